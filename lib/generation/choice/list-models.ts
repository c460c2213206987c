import { z } from "zod";
import { now } from "../../clock.ts";
import type { ModelItem, ModelList } from "../../contract/model.ts";
import { perProcess } from "../../per-process.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { readModelSettings } from "../model-settings/read.ts";
import { modelSettings } from "../model-settings/settings.ts";
import { looksForLocalServers } from "../model-settings/view.ts";
import { chainsOfNewJob } from "../models/chains.ts";
import { modelProblem, namedModels, providers, splitModel } from "../models/configured.ts";
import { findLocalServers } from "../models/local/find-servers.ts";
import { getJson } from "../models/local/get-json.ts";
import { isLocalKind, localKinds } from "../models/local/kinds.ts";
import { listedModel, priceOf } from "../money/prices.ts";

type Found = { id: string; contextTokens?: number | undefined };

async function findLocalModels(): Promise<Found[]> {
  const servers = await findLocalServers(looksForLocalServers());
  return servers.flatMap(({ kind, models }) =>
    models.map(({ name, contextTokens }) => ({ id: `${kind}:${name}`, contextTokens })),
  );
}

const Listed = z.object({ data: z.array(z.object({ id: z.string().min(1).max(250) })) });
const maxServerModels = 200;
const keptMs = 30_000;
type Kept = { askedAt: number; of: string; models: Promise<Found[]> };
const kept = perProcess<{ last?: Kept }>("generation.server-models", () => ({}));

async function askServer(address: string, key: string | undefined): Promise<Found[]> {
  const said = await getJson(`${address.replace(/\/+$/, "")}/models`, { key });
  return (Listed.safeParse(said).data?.data ?? [])
    .slice(0, maxServerModels)
    .map(({ id }) => ({ id: `openai-compatible:${id}` }));
}

/** The models of the compatible server that is set, as it lists them itself. */
async function findServerModels(): Promise<Found[]> {
  const { OPENAI_COMPATIBLE_BASE_URL: address, OPENAI_COMPATIBLE_API_KEY: key } = modelSettings();
  if (address === undefined) return [];
  const of = `${address} ${key}`;
  const at = now().getTime();
  const cache = kept.get();
  if (cache.last?.of !== of || at - cache.last.askedAt >= keptMs)
    cache.last = { askedAt: at, of, models: askServer(address, key) };
  return cache.last.models;
}

/** All that a provider offers where it has a key, else its usual model, which says what is missing. */
const offeredModels = (): Found[] =>
  Object.entries(providers).flatMap(([provider, { key, models }]) =>
    (modelSettings()[key] ? models : models.slice(0, 1)).map((model) => ({ id: `${provider}:${model}` })),
  );

const nameOf = (id: string) => (capabilitiesOf(id).demonstrates ? "Démonstration" : splitModel(id).model);

/** A local server that is named but does not answer. */
const absent = (id: string, found: Found[]): string | undefined => {
  const { provider } = splitModel(id);
  if (!isLocalKind(provider) || found.some((one) => one.id === id)) return undefined;
  return `${localKinds[provider].name} ne répond pas, ou n’a pas ce modèle\u202f: démarrez-le, ou téléchargez le modèle.`;
};

function toItem({ id, contextTokens }: Found, local: Found[]): ModelItem {
  const { provider } = splitModel(id);
  const reason = modelProblem(id) ?? absent(id, local);
  const price = priceOf(id);
  const context_tokens = contextTokens ?? listedModel(id)?.context_tokens;
  return {
    id,
    name: nameOf(id),
    provider,
    local: isLocalKind(provider),
    ready: reason === undefined,
    ...(reason && { reason }),
    ...(context_tokens && { context_tokens }),
    ...(price && { price }),
  };
}

const unique = (found: Found[]): Found[] => [...new Map(found.map((one) => [one.id, one])).values()];

/** What can write a book: what is named, found on this machine, or opened by a key; and what a key would open. */
export async function listModels(): Promise<ModelList> {
  await readModelSettings();
  const [local, served] = await Promise.all([findLocalModels(), findServerModels()]);
  const { model } = chainsOfNewJob();
  const named = [model, ...namedModels()].map((id) => ({ id }));
  const found = unique([...named, ...local, ...served, ...offeredModels(), { id: "demo" }]);
  return { items: found.map((one) => toItem(one, local)), default: model };
}
