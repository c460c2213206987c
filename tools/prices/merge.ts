import type { ListedModel, ListedModels } from "#lib/contract/price.ts";

type Models = ListedModels["models"];

/** The names under which the list may have a model: Anthropic's own have dashes where the list has dots. */
function namesAtTheGateway(id: string): string[] {
  const [provider = "", ...rest] = id.replace(/^gateway:/, "").split(/[:/]/);
  const name = `${provider}/${rest.join(":")}`;
  return [name, name.replace(/(?<=\d)-(?=\d$)/, ".")];
}

export type Merged = { models: Models; updated: string[]; added: string[]; kept: string[] };

/** Renews the lines that the list has, adds its other models, and keeps every other line with its date. */
export function mergePrices(known: Models, found: Map<string, ListedModel>): Merged {
  const models: Models = {};
  const updated: string[] = [];
  const kept: string[] = [];
  const taken = new Set<string>();
  for (const [id, line] of Object.entries(known)) {
    const name = namesAtTheGateway(id).find((one) => found.has(one));
    const fresh = name === undefined ? undefined : found.get(name);
    if (name !== undefined) taken.add(name);
    models[id] = fresh ?? line;
    (fresh ? updated : kept).push(id);
  }
  const added = [...found.keys()].filter((name) => !taken.has(name)).sort();
  for (const name of added) models[`gateway:${name}`] = found.get(name) as ListedModel;
  return { models, updated, added, kept };
}
