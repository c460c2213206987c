import type { KeyProvider } from "../../contract/model.ts";
import { env } from "../../env.ts";
import {
  isUnreadable,
  type KeyVariable,
  keyVariables,
  modelSettings,
  pageSetting,
} from "../model-settings/settings.ts";
import { isLocalKind, localBaseUrl, localKinds } from "./local/kinds.ts";

/** Sets the order in which a provider is chosen when only keys are given. Its first model is the usual one. */
export const providers = {
  openai: { key: keyVariables.openai, models: ["gpt-5", "gpt-5-mini", "gpt-4.1", "gpt-4.1-mini"] },
  mistral: {
    key: keyVariables.mistral,
    models: ["mistral-large-latest", "mistral-medium-latest", "mistral-small-latest"],
  },
  anthropic: { key: keyVariables.anthropic, models: ["claude-sonnet-4-5", "claude-opus-4-1", "claude-haiku-4-5"] },
  google: { key: keyVariables.google, models: ["gemini-2.5-pro", "gemini-2.5-flash", "gemini-2.5-flash-lite"] },
  gateway: { key: keyVariables.gateway, models: ["openai/gpt-5", "anthropic/claude-sonnet-4.5", "openai/gpt-5-mini"] },
} as const satisfies Record<string, { key: KeyVariable; models: readonly [string, ...string[]] }>;
export type ProviderName = keyof typeof providers;

const names = Object.keys(providers) as ProviderName[];

/** A key that is lost still chooses its provider: the demonstration must not write in its place unnoticed. */
export function firstProvider(): string[] | undefined {
  const first = names.find((name) => modelSettings()[providers[name].key] || isUnreadable(providers[name].key));
  return first && [`${first}:${providers[first].models[0]}`];
}

/** Allows colons in a model's own name (`qwen3:8b`). */
export function splitModel(id: string): { provider: string; model: string } {
  const at = id.indexOf(":");
  return at < 0 ? { provider: id, model: "" } : { provider: id.slice(0, at), model: id.slice(at + 1) };
}

/** Whose key opens a model; undefined for one that takes none. */
export function keyProviderOf(id: string): KeyProvider | undefined {
  const { provider } = splitModel(id);
  return isKeyProvider(provider) ? provider : undefined;
}

const isKeyProvider = (provider: string): provider is KeyProvider => Object.hasOwn(keyVariables, provider);
const keyOf = (provider: string): KeyVariable | undefined =>
  isKeyProvider(provider) ? keyVariables[provider] : undefined;
const isSetByPage = (name: KeyVariable | undefined) => name !== undefined && pageSetting(name) !== undefined;

/** Names where the key of a model is set: its variable, or the page. */
export function whereKeyIsSet(id: string): string {
  const key = keyOf(splitModel(id).provider);
  return isSetByPage(key) ? "sa clé à la page Modèles" : (key ?? keyVariables["openai-compatible"]);
}

const modelVariables = ["BOOK_MODEL", "BOOK_MODEL_OUTLINE", "BOOK_MODEL_CHAPTER", "BOOK_MODEL_REVIEW"] as const;

/** The models that the variables, or the page in their place, name. */
export const namedModels = (): string[] => modelVariables.flatMap((name) => modelSettings()[name] ?? []);

/** Names where a model is set: the variable that has it, or the choice that was made in a page or an order. */
export function whereModelIsSet(id: string): string {
  const isDefaultOfPage = pageSetting("BOOK_MODEL") !== undefined;
  const variable = isDefaultOfPage ? undefined : modelVariables.find((name) => env()[name]?.some((one) => one === id));
  const isChosen = namedModels().length > 0 || isSetByPage(keyOf(splitModel(id).provider));
  return variable ?? (isChosen ? "le modèle choisi" : "BOOK_MODEL");
}

export function whereAddressIsSet(id: string): string {
  const { provider } = splitModel(id);
  if (provider === "openai-compatible")
    return pageSetting("OPENAI_COMPATIBLE_BASE_URL")
      ? "l’adresse du serveur à la page Modèles"
      : "OPENAI_COMPATIBLE_BASE_URL";
  if (isLocalKind(provider)) return localKinds[provider].address;
  return provider === "openai" ? "OPENAI_BASE_URL" : whereModelIsSet(id);
}

/** @returns the address of a server where the person sets it; undefined for a provider's own */
export function addressOf(id: string): string | undefined {
  const { provider } = splitModel(id);
  const { OPENAI_COMPATIBLE_BASE_URL } = modelSettings();
  const { OPENAI_BASE_URL } = env();
  const addresses: Record<string, string | undefined> = {
    "openai-compatible": OPENAI_COMPATIBLE_BASE_URL,
    openai: OPENAI_BASE_URL,
  };
  return isLocalKind(provider) ? localBaseUrl(provider) : addresses[provider];
}

/** @returns host and path of a server whose address the person sets; empty for a provider's own */
export function serverOf(id: string): string {
  const address = addressOf(id);
  if (address === undefined) return "";
  const { host, pathname } = new URL(address);
  return host + pathname;
}

const unreadableKey =
  "La clé enregistrée à la page Modèles ne peut plus être déchiffrée (APP_SECRET a changé)\u202f: saisissez-la de nouveau, ou retirez-la.";

/** @returns a French sentence that says what to set; undefined when the model can be called */
export function modelProblem(id: string): string | undefined {
  const { provider } = splitModel(id);
  if (provider === "demo" || isLocalKind(provider)) return undefined;
  const key = keyOf(provider);
  if (key && isUnreadable(key)) return unreadableKey;
  if (provider === "openai-compatible") {
    return modelSettings().OPENAI_COMPATIBLE_BASE_URL
      ? undefined
      : "OPENAI_COMPATIBLE_BASE_URL n’est pas définie\u202f: donnez l’adresse du serveur de modèles, par exemple http://localhost:11434/v1, ou saisissez-la à la page Modèles.";
  }
  if (!key) return `Ce fournisseur de modèles est inconnu\u202f: ${provider}.`;
  if (modelSettings()[key]) return undefined;
  return `La clé du modèle manque\u202f: définissez ${key}, saisissez-la à la page Modèles, ou changez ${whereModelIsSet(id)}.`;
}
