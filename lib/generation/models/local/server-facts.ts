import { now } from "../../../clock.ts";
import { perProcess } from "../../../per-process.ts";
import { modelSettings } from "../../model-settings/settings.ts";
import { serverOf, splitModel } from "../configured.ts";
import { type Asked, askForModel, askServer, type ServerFacts } from "./ask-server.ts";
import { isLocalKind, type LocalKind, localRoot, rootOf } from "./kinds.ts";

/** By what servers say that they own. */
const kinds: Record<string, LocalKind> = {
  llamacpp: "llamacpp",
  vllm: "vllm",
  organization_owner: "lmstudio",
  library: "ollama",
};

/** Finds out which server answers under OPENAI_COMPATIBLE_BASE_URL; its list of models is what every one has. */
async function recognize(baseUrl: string, asked: Asked): Promise<ServerFacts> {
  const model = await askForModel(`${baseUrl.replace(/\/+$/, "")}/models`, asked);
  const kind = kinds[model?.owned_by ?? ""];
  if (kind) return { kind, ...(await askServer[kind](asked)) };
  return { contextTokens: model?.max_model_len, billions: model?.meta?.n_params };
}

async function ask(id: string): Promise<ServerFacts> {
  const { provider, model } = splitModel(id);
  if (isLocalKind(provider)) {
    const asked = { root: localRoot(provider), model, key: undefined };
    return { kind: provider, ...(await askServer[provider](asked)) };
  }
  const { OPENAI_COMPATIBLE_BASE_URL: baseUrl, OPENAI_COMPATIBLE_API_KEY: key } = modelSettings();
  if (provider !== "openai-compatible" || !baseUrl) return {};
  return recognize(baseUrl, { root: rootOf(baseUrl), model, key });
}

const knownMs = 300_000;
/** A server that is starting, or a model that is being loaded, says more a little later. */
const unknownMs = 30_000;

type Kept = { facts: Promise<ServerFacts>; until: number };
const kept = perProcess("generation.server-facts", () => new Map<string, Kept>());
const keyOf = (id: string) => `${id} ${serverOf(id)}`;

const saysNothing = ({ contextTokens, slots, billions }: ServerFacts) =>
  contextTokens === undefined && slots === undefined && billions === undefined;

/**
 * Asks the server of a model what it is, at most every five minutes; nothing is known of a provider's own servers. What a
 * server that is silent for a while had said before still holds.
 */
export function factsOf(id: string): Promise<ServerFacts> {
  const key = keyOf(id);
  const at = now().getTime();
  const known = kept.get().get(key);
  if (known && at < known.until) return known.facts;
  const facts = ask(id).then(async (said) => (known && saysNothing(said) ? known.facts : said));
  const entry: Kept = { facts, until: at + unknownMs };
  kept.get().set(key, entry);
  void facts.then(({ contextTokens }) => {
    if (contextTokens) entry.until = at + knownMs;
  });
  return facts;
}

/** Has a server that was starting, or loading its model, asked again before its next question. */
export function askAgain(id: string): void {
  const known = kept.get().get(keyOf(id));
  if (known) known.until = 0;
}
