import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { createMistral } from "@ai-sdk/mistral";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { createGateway, type LanguageModel } from "ai";
import { env } from "../../env.ts";
import { Failure } from "../failure.ts";
import { modelProblem, type ProviderName, splitModel } from "./configured.ts";
import { demoModel } from "./demo/model.ts";
import { modelFetch } from "./model-fetch.ts";
import { tolerantFetch } from "./tolerant-fetch.ts";

/** Behind a proxy of one's own (OPENAI_BASE_URL) only chat completions can be counted on. */
function openai(model: string): LanguageModel {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL } = env();
  return OPENAI_BASE_URL
    ? createOpenAI({ apiKey, fetch: tolerantFetch }).chat(model)
    : createOpenAI({ apiKey, fetch: modelFetch })(model);
}

const create: Record<ProviderName | "openai-compatible" | "demo", (model: string) => LanguageModel> = {
  demo: demoModel,
  openai,
  mistral: (model) => createMistral({ apiKey: env().MISTRAL_API_KEY, fetch: modelFetch })(model),
  anthropic: (model) => createAnthropic({ apiKey: env().ANTHROPIC_API_KEY, fetch: modelFetch })(model),
  google: (model) => createGoogleGenerativeAI({ apiKey: env().GOOGLE_GENERATIVE_AI_API_KEY, fetch: modelFetch })(model),
  gateway: (model) => createGateway({ apiKey: env().AI_GATEWAY_API_KEY, fetch: modelFetch })(model),
  "openai-compatible": (model) =>
    createOpenAICompatible({
      name: "openai-compatible",
      baseURL: env().OPENAI_COMPATIBLE_BASE_URL ?? "",
      ...(env().OPENAI_COMPATIBLE_API_KEY && { apiKey: env().OPENAI_COMPATIBLE_API_KEY }),
      supportsStructuredOutputs: true,
      includeUsage: true,
      fetch: tolerantFetch,
    })(model),
};

/**
 * The AI SDK model of an id as `BOOK_MODEL` writes it.
 * @throws {Failure} final, naming the variable, when it cannot be called
 */
export function languageModel(id: string): LanguageModel {
  const problem = modelProblem(id);
  if (problem) throw new Failure("key", problem);
  const { provider, model } = splitModel(id);
  return create[provider as keyof typeof create](model);
}
