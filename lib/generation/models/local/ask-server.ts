import { z } from "zod";
import { billionsIn } from "./billions.ts";
import { getJson } from "./get-json.ts";
import type { LocalKind } from "./kinds.ts";

/**
 * What a server says of itself and of a model. `contextTokens` is the window of one request, prompt and answer;
 * `slots` is how many requests it answers at a time; `billions` are the model's parameters. What it does not say is absent.
 */
export type ServerFacts = {
  kind?: LocalKind;
  contextTokens?: number | undefined;
  slots?: number | undefined;
  billions?: number | undefined;
};
export type Asked = { root: string; model: string; key: string | undefined };

const timeoutMs = 5000;
const tokens = z.number().int().positive().optional().catch(undefined);
const text = z.string().optional().catch(undefined);
const parameters = z
  .number()
  .positive()
  .transform((count) => count / 1e9)
  .optional()
  .catch(undefined);

const Model = z.object({
  id: z.string(),
  owned_by: text,
  meta: z.object({ n_params: parameters }).optional().catch(undefined),
  max_model_len: tokens,
  loaded_context_length: tokens,
  max_context_length: tokens,
});
const Models = z.object({ data: z.array(Model) });

/** A server of one model answers to any name. */
export async function askForModel(url: string, { model, key }: Asked) {
  const { data = [] } = Models.safeParse(await getJson(url, { key, timeoutMs })).data ?? {};
  return data.find(({ id }) => id === model) ?? (data.length === 1 ? data[0] : undefined);
}

const Props = z.object({ default_generation_settings: z.object({ n_ctx: tokens }), total_slots: tokens });

async function askLlamacpp(asked: Asked): Promise<ServerFacts> {
  const { root, model, key } = asked;
  const [said, listed] = await Promise.all([
    getJson(`${root}/props?model=${encodeURIComponent(model)}`, { key, timeoutMs }),
    askForModel(`${root}/v1/models`, asked),
  ]);
  const { default_generation_settings: settings, total_slots: slots } = Props.safeParse(said).data ?? {};
  return { contextTokens: settings?.n_ctx, slots, billions: listed?.meta?.n_params };
}

async function askVllm(asked: Asked): Promise<ServerFacts> {
  return { contextTokens: (await askForModel(`${asked.root}/v1/models`, asked))?.max_model_len };
}

/** The window that LM Studio gives a model which it loads when it is asked, unless the person chose another. */
const lmStudioTokens = 4096;

const Sized = z.object({
  models: z.array(
    z.object({ key: z.string(), params_string: text, loaded_instances: z.array(z.object({ id: text })).catch([]) }),
  ),
});

/** Its older pages do not say how large a model is. */
async function sizeInLmStudio({ root, model, key }: Asked): Promise<number | undefined> {
  const { models = [] } = Sized.safeParse(await getJson(`${root}/api/v1/models`, { key, timeoutMs })).data ?? {};
  const sized = models.find((one) => one.key === model || one.loaded_instances.some(({ id }) => id === model));
  return billionsIn(sized?.params_string ?? "");
}

async function askLmStudio(asked: Asked): Promise<ServerFacts> {
  const [model, billions] = await Promise.all([
    askForModel(`${asked.root}/api/v0/models`, asked),
    sizeInLmStudio(asked),
  ]);
  if (!model) return { billions };
  const { loaded_context_length, max_context_length = lmStudioTokens } = model;
  return { contextTokens: loaded_context_length ?? Math.min(max_context_length, lmStudioTokens), billions };
}

const Shown = z.object({
  parameters: z.string().catch(""),
  details: z.object({ parameter_size: text }).catch({}),
  model_info: z.looseObject({ "general.parameter_count": parameters }).catch({}),
});
const Running = z.object({ models: z.array(z.object({ name: z.string(), context_length: tokens })) });

/** Room for a plan and for a part of a chapter beside it; some gigabyte of memory with a model of 8 billion. */
const ollamaTokens = 8192;

/** Its window is the one that will be asked of it: the person's own, else at least `ollamaTokens`. */
async function askOllama({ root, model, key }: Asked): Promise<ServerFacts> {
  const shown = Shown.safeParse(await getJson(`${root}/api/show`, { body: { model }, key, timeoutMs })).data;
  if (!shown) return {};
  const running = Running.safeParse(await getJson(`${root}/api/ps`, { key, timeoutMs })).data?.models ?? [];
  const loaded = running.find(({ name }) => name === model || name === `${model}:latest`)?.context_length ?? 0;
  const [, trained] = Object.entries(shown.model_info).find(([name]) => name.endsWith(".context_length")) ?? [];
  const chosen = /^num_ctx\s+(\d+)/m.exec(shown.parameters)?.[1];
  const wanted = chosen ? Number(chosen) : Math.max(loaded, ollamaTokens);
  const billions = shown.model_info["general.parameter_count"] ?? billionsIn(shown.details.parameter_size ?? "");
  return { contextTokens: Math.min(wanted, tokens.parse(trained) ?? wanted), slots: 1, billions };
}

export const askServer: Record<LocalKind, (asked: Asked) => Promise<ServerFacts>> = {
  ollama: askOllama,
  lmstudio: askLmStudio,
  llamacpp: askLlamacpp,
  vllm: askVllm,
};
