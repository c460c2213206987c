import type { ModelItem } from "#lib/contract/model.ts";
import { count, dollars } from "../text/numbers.ts";

const providerNames: Record<string, string> = {
  openai: "OpenAI",
  mistral: "Mistral",
  anthropic: "Anthropic",
  google: "Google",
  gateway: "Vercel AI Gateway",
  "openai-compatible": "Serveur compatible",
  ollama: "Ollama",
  lmstudio: "LM Studio",
  llamacpp: "llama.cpp",
  vllm: "vLLM",
};

export const providerName = (provider: string) => providerNames[provider] ?? provider;

/** `gpt-5 (OpenAI)` */
export const modelName = ({ name, provider }: ModelItem) =>
  provider === "demo" ? name : `${name} (${providerName(provider)})`;

/** `1,25 $ lus, 10,00 $ écrits par million de tokens`. */
function priceOf({ price, local }: ModelItem): string {
  if (price && price.input === 0 && price.output === 0) return "gratuit";
  if (price) return `${dollars(price.input)} lus, ${dollars(price.output)} écrits par million de tokens`;
  return local ? "sur un serveur à vous" : "prix inconnu";
}

/** `fenêtre de 8 192 tokens · gratuit` */
export const detailsOf = (model: ModelItem): string =>
  [model.context_tokens && `fenêtre de ${count(model.context_tokens, "token")}`, priceOf(model)]
    .filter(Boolean)
    .join(" · ");

export type ModelGroup = { label: string; models: ModelItem[] };

/** The local ones first, and those that lack something last. */
export function groupModels(models: ModelItem[]): ModelGroup[] {
  const groups = [
    { label: "Sur un serveur à vous", models: models.filter(({ local, ready }) => local && ready) },
    { label: "Prêts", models: models.filter(({ local, ready }) => !local && ready) },
    { label: "À préparer", models: models.filter(({ ready }) => !ready) },
  ];
  return groups.filter((group) => group.models.length > 0);
}
