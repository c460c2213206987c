import { z } from "zod";
import { getJson } from "./get-json.ts";
import type { LocalKind } from "./kinds.ts";

/**
 * What a server says of itself and of a model. `contextTokens` is the window of one request, prompt and answer;
 * `slots` is how many requests it answers at a time. What it does not say is absent.
 */
export type ServerFacts = { kind?: LocalKind; contextTokens?: number | undefined; slots?: number | undefined };
export type Asked = { root: string; model: string; key: string | undefined };

const timeoutMs = 5000;
const tokens = z.number().int().positive().optional().catch(undefined);

const Model = z.object({
  id: z.string(),
  owned_by: z.string().optional().catch(undefined),
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

async function askLlamacpp({ root, model, key }: Asked): Promise<ServerFacts> {
  const said = await getJson(`${root}/props?model=${encodeURIComponent(model)}`, { key, timeoutMs });
  const { default_generation_settings: settings, total_slots: slots } = Props.safeParse(said).data ?? {};
  return { contextTokens: settings?.n_ctx, slots };
}

async function askVllm(asked: Asked): Promise<ServerFacts> {
  return { contextTokens: (await askForModel(`${asked.root}/v1/models`, asked))?.max_model_len };
}

/** The window that LM Studio gives a model which it loads when it is asked, unless the person chose another. */
const lmStudioTokens = 4096;

async function askLmStudio(asked: Asked): Promise<ServerFacts> {
  const model = await askForModel(`${asked.root}/api/v0/models`, asked);
  if (!model) return {};
  const { loaded_context_length, max_context_length = lmStudioTokens } = model;
  return { contextTokens: loaded_context_length ?? Math.min(max_context_length, lmStudioTokens) };
}

const Shown = z.object({ parameters: z.string().catch(""), model_info: z.record(z.string(), z.unknown()).catch({}) });
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
  return { contextTokens: Math.min(wanted, tokens.parse(trained) ?? wanted), slots: 1 };
}

export const askServer: Record<LocalKind, (asked: Asked) => Promise<ServerFacts>> = {
  ollama: askOllama,
  lmstudio: askLmStudio,
  llamacpp: askLlamacpp,
  vllm: askVllm,
};
