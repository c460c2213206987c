import { env } from "../../env.ts";
import { isLocalKind, localBaseUrl, localKinds } from "./local/kinds.ts";

/** Sets the order in which a provider is chosen when only keys are given. */
export const providers = {
  openai: { key: "OPENAI_API_KEY", model: "gpt-5" },
  mistral: { key: "MISTRAL_API_KEY", model: "mistral-large-latest" },
  anthropic: { key: "ANTHROPIC_API_KEY", model: "claude-sonnet-4-5" },
  google: { key: "GOOGLE_GENERATIVE_AI_API_KEY", model: "gemini-2.5-pro" },
  gateway: { key: "AI_GATEWAY_API_KEY", model: "openai/gpt-5" },
} as const;
export type ProviderName = keyof typeof providers;

const names = Object.keys(providers) as ProviderName[];
const isProvider = (name: string): name is ProviderName => name in providers;

export function firstProvider(): string[] | undefined {
  const first = names.find((name) => env()[providers[name].key]);
  return first && [`${first}:${providers[first].model}`];
}

/** Allows colons in a model's own name (`qwen3:8b`). */
export function splitModel(id: string): { provider: string; model: string } {
  const at = id.indexOf(":");
  return at < 0 ? { provider: id, model: "" } : { provider: id.slice(0, at), model: id.slice(at + 1) };
}

export function keyVariable(id: string): string {
  const { provider } = splitModel(id);
  return isProvider(provider) ? providers[provider].key : "OPENAI_COMPATIBLE_API_KEY";
}

export function modelVariable(id: string): string {
  const variables = ["BOOK_MODEL", "BOOK_MODEL_OUTLINE", "BOOK_MODEL_CHAPTER", "BOOK_MODEL_REVIEW"] as const;
  return variables.find((name) => env()[name]?.some((one) => one === id)) ?? "BOOK_MODEL";
}

export function addressVariable(id: string): string {
  const { provider } = splitModel(id);
  if (provider === "openai-compatible") return "OPENAI_COMPATIBLE_BASE_URL";
  if (isLocalKind(provider)) return localKinds[provider].address;
  return provider === "openai" ? "OPENAI_BASE_URL" : modelVariable(id);
}

/** @returns host and path of a server whose address the person sets; empty for a provider's own */
export function serverOf(id: string): string {
  const { provider } = splitModel(id);
  const { OPENAI_COMPATIBLE_BASE_URL, OPENAI_BASE_URL } = env();
  const addresses: Record<string, string | undefined> = {
    "openai-compatible": OPENAI_COMPATIBLE_BASE_URL,
    openai: OPENAI_BASE_URL,
  };
  const address = isLocalKind(provider) ? localBaseUrl(provider) : addresses[provider];
  if (address === undefined) return "";
  const { host, pathname } = new URL(address);
  return host + pathname;
}

/** @returns a French sentence that names the variable to set; undefined when the model can be called */
export function modelProblem(id: string): string | undefined {
  const { provider } = splitModel(id);
  if (provider === "demo" || isLocalKind(provider)) return undefined;
  if (provider === "openai-compatible") {
    return env().OPENAI_COMPATIBLE_BASE_URL
      ? undefined
      : "OPENAI_COMPATIBLE_BASE_URL n’est pas définie\u202f: donnez l’adresse du serveur de modèles, par exemple http://localhost:11434/v1.";
  }
  if (!isProvider(provider)) return `Le fournisseur de ${modelVariable(id)} est inconnu\u202f: ${provider}.`;
  const { key } = providers[provider];
  return env()[key] ? undefined : `La clé du modèle manque\u202f: définissez ${key}, ou changez ${modelVariable(id)}.`;
}
