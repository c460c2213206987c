import { readFile, rename, writeFile } from "node:fs/promises";
import { ListedModels } from "#lib/contract/price.ts";
import { readGatewayList } from "./gateway-list.ts";
import { type Merged, mergePrices } from "./merge.ts";

const maxBytes = 8 * 1024 * 1024;
const timeoutMs = 30_000;

async function fetchList(url: string): Promise<string> {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok || !response.body) throw new Error(`réponse ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error("réponse trop longue");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** As the formatter of this repository writes it: lists on one line. */
const format = (table: ListedModels): string =>
  `${JSON.stringify(table, null, 2).replace(/\[\s+([^\]]*?)\s+\]/g, (_whole, items: string) => `[${items.replace(/\s*\n\s*/g, " ")}]`)}\n`;

/**
 * Renews a table of prices from the public list at an address. The file is replaced at once, or left alone.
 * @throws when the list cannot be had, or names no model
 */
export async function refreshPrices({ url, file, day }: { url: string; file: string; day: string }): Promise<Merged> {
  const table = ListedModels.parse(JSON.parse(await readFile(file, "utf8")));
  const found = readGatewayList(await fetchList(url), day);
  if (found.size === 0) throw new Error("aucun modèle dans la réponse");
  const merged = mergePrices(table.models, found);
  const next = format(ListedModels.parse({ about: table.about, models: merged.models }));
  await writeFile(`${file}.new`, next);
  await rename(`${file}.new`, file);
  return merged;
}
