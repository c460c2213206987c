import type { LanguageModel } from "ai";
import { env } from "../../env.ts";
import { Failure } from "../failure.ts";
import { modelSettings } from "../model-settings/settings.ts";
import { addressOf, modelProblem, type ProviderName, splitModel } from "./configured.ts";
import { isLocalKind, localBaseUrl, rootOf } from "./local/kinds.ts";
import { factsOf } from "./local/server-facts.ts";
import { createMemory, type Memory } from "./wire/memory.ts";
import { ollamaFetch } from "./wire/ollama-fetch.ts";
import { createWireFetch } from "./wire/wire-fetch.ts";

/** A proxy (OPENAI_BASE_URL) can be counted on for chat completions only. */
async function openai(model: string, wire: Wire): Promise<LanguageModel> {
  const { createOpenAI } = await import("@ai-sdk/openai");
  const { OPENAI_API_KEY: apiKey } = modelSettings();
  const { OPENAI_BASE_URL } = env();
  return OPENAI_BASE_URL
    ? createOpenAI({ apiKey, fetch: wire({ chat: true }) }).chat(model)
    : createOpenAI({ apiKey, fetch: wire({ chat: false }) })(model);
}

async function mistral(model: string, wire: Wire): Promise<LanguageModel> {
  const { createMistral } = await import("@ai-sdk/mistral");
  return createMistral({ apiKey: modelSettings().MISTRAL_API_KEY, fetch: wire({ chat: false }) })(model);
}

async function anthropic(model: string, wire: Wire): Promise<LanguageModel> {
  const { createAnthropic } = await import("@ai-sdk/anthropic");
  return createAnthropic({ apiKey: modelSettings().ANTHROPIC_API_KEY, fetch: wire({ chat: false }) })(model);
}

async function google(model: string, wire: Wire): Promise<LanguageModel> {
  const { createGoogleGenerativeAI } = await import("@ai-sdk/google");
  return createGoogleGenerativeAI({
    apiKey: modelSettings().GOOGLE_GENERATIVE_AI_API_KEY,
    fetch: wire({ chat: false }),
  })(model);
}

async function gateway(model: string, wire: Wire): Promise<LanguageModel> {
  const { createGateway } = await import("ai");
  return createGateway({ apiKey: modelSettings().AI_GATEWAY_API_KEY, fetch: wire({ chat: false }) })(model);
}

type Server = { baseURL: string; apiKey?: string | undefined };

async function compatible(model: string, wire: Wire, { baseURL, apiKey }: Server): Promise<LanguageModel> {
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const provider = createOpenAICompatible({
    name: "openai-compatible",
    baseURL,
    ...(apiKey && { apiKey }),
    supportsStructuredOutputs: true,
    includeUsage: true,
    fetch: wire({ chat: true }),
  });
  return provider(model);
}

function openaiCompatible(model: string, wire: Wire): Promise<LanguageModel> {
  const { OPENAI_COMPATIBLE_BASE_URL = "", OPENAI_COMPATIBLE_API_KEY: apiKey } = modelSettings();
  return compatible(model, wire, { baseURL: OPENAI_COMPATIBLE_BASE_URL, apiKey });
}

/** `chat`: the server speaks chat completions in its own way. */
type Wire = (options: { chat: boolean }) => typeof fetch;

const create: Record<
  ProviderName | "openai-compatible" | "demo",
  (model: string, wire: Wire) => Promise<LanguageModel>
> = {
  demo: async () => (await import("./demo/model.ts")).demoModel(),
  openai,
  mistral,
  anthropic,
  google,
  gateway,
  "openai-compatible": openaiCompatible,
};

async function transportOf(id: string): Promise<typeof fetch | undefined> {
  const { kind, contextTokens } = await factsOf(id);
  const address = addressOf(id);
  return kind === "ollama" && contextTokens && address ? ollamaFetch(rootOf(address), contextTokens) : undefined;
}

/**
 * @param memory keeps what the model's server was found not to take
 * @throws {Failure} final, naming the variable to set, when the model cannot be called
 */
export async function languageModel(id: string, memory: Memory = createMemory()): Promise<LanguageModel> {
  const problem = modelProblem(id);
  if (problem) throw new Failure("key", problem);
  const { provider, model } = splitModel(id);
  const transport = await transportOf(id);
  const wire: Wire = ({ chat }) => createWireFetch({ model: id, memory, chat, ...(transport && { transport }) });
  if (isLocalKind(provider)) return compatible(model, wire, { baseURL: localBaseUrl(provider) });
  return create[provider as keyof typeof create](model, wire);
}
