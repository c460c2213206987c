import { readModelSettings } from "../model-settings/read.ts";
import { looksForLocalServers } from "../model-settings/view.ts";
import { configuredChains } from "../models/chains.ts";
import { namedModels } from "../models/configured.ts";
import { findLocalServers } from "../models/local/find-servers.ts";
import { localKinds } from "../models/local/kinds.ts";

/** @returns the first model of a local server, where nobody has set one: neither a model nor a key */
export async function findLocalModelToTry(): Promise<{ model: string; server: string } | undefined> {
  await readModelSettings().catch(() => {});
  if (namedModels().length > 0 || configuredChains().chapter[0] !== "demo") return undefined;
  const servers = await findLocalServers(looksForLocalServers());
  const server = servers.find(({ models }) => models.length > 0);
  const model = server?.models[0]?.name;
  return server && model ? { model, server: localKinds[server.kind].name } : undefined;
}
