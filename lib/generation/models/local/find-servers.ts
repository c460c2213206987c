import { z } from "zod";
import { now } from "../../../clock.ts";
import { env } from "../../../env.ts";
import { perProcess } from "../../../per-process.ts";
import { getJson } from "./get-json.ts";
import { type LocalKind, localBaseUrl, localKinds, localRoot } from "./kinds.ts";

/** `contextTokens` is the window that the server gives the model now; absent while it does not say. */
export type LocalModel = { name: string; contextTokens?: number };
export type LocalServer = { kind: LocalKind; baseUrl: string; models: LocalModel[] };

const tokens = z.number().int().positive().optional().catch(undefined);
const Tags = z.object({
  models: z.array(z.object({ name: z.string(), details: z.object({ family: z.string().catch("") }).optional() })),
});
const Models = z.object({
  object: z.literal("list"),
  data: z.array(
    z.object({
      id: z.string(),
      object: z.literal("model"),
      type: z.string().optional().catch(undefined),
      max_model_len: tokens,
      loaded_context_length: tokens,
      meta: z.object({ n_ctx: tokens }).optional().catch(undefined),
    }),
  ),
});

const maxModels = 200;
const maxNameCharacters = 200;
const writesNoText = /embed|rerank|\bbert\b|\bbge\b|minilm|whisper/i;

function modelsIn(said: unknown): LocalModel[] | undefined {
  const tags = Tags.safeParse(said).data?.models.map(({ name, details }) => ({ name, type: details?.family }));
  const listed = Models.safeParse(said).data?.data.map(({ id, type, max_model_len, loaded_context_length, meta }) => {
    const contextTokens = max_model_len ?? loaded_context_length ?? meta?.n_ctx;
    return { name: id, type, ...(contextTokens && { contextTokens }) };
  });
  return (listed ?? tags)
    ?.filter(({ name, type }) => name.length <= maxNameCharacters && !writesNoText.test(`${name} ${type ?? ""}`))
    .slice(0, maxModels)
    .map(({ type: _type, ...model }) => model);
}

const listPath: Record<LocalKind, string> = {
  ollama: "/api/tags",
  lmstudio: "/api/v0/models",
  llamacpp: "/v1/models",
  vllm: "/v1/models",
};

async function findServer(kind: LocalKind): Promise<LocalServer[]> {
  const models = modelsIn(await getJson(localRoot(kind) + listPath[kind]));
  return models ? [{ kind, baseUrl: localBaseUrl(kind), models }] : [];
}

const keptMs = 30_000;
type Found = { askedAt: number; key: string; servers: Promise<LocalServer[][]> };
const found = perProcess<{ last?: Found }>("generation.local-servers", () => ({}));

/**
 * Asks each local server for its models, by one request without a key, at most once in 30 seconds.
 * @param asksUsualPorts whether what may listen there is asked; an address that a variable gives always is
 */
export async function findLocalServers(asksUsualPorts = env().ENVIRONMENT === "development"): Promise<LocalServer[]> {
  const kinds = (Object.keys(localKinds) as LocalKind[]).filter(
    (kind) => asksUsualPorts || env()[localKinds[kind].address] !== undefined,
  );
  const at = now().getTime();
  const key = kinds.map(localRoot).join(" ");
  const kept = found.get();
  if (kept.last?.key !== key || at - kept.last.askedAt >= keptMs)
    kept.last = { askedAt: at, key, servers: Promise.all(kinds.map(findServer)) };
  return (await kept.last.servers).flat();
}
