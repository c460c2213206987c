import { createHash } from "node:crypto";
import pLimit from "p-limit";
import { now } from "../../clock.ts";
import { extract } from "./extract.ts";
import { fetchPage } from "./fetch-page.ts";
import type { Found } from "./search/search.ts";

/** `hash` is the SHA-256 of the text, in hexadecimal. */
export type ReadPage = { url: string; title: string; retrievedAt: Date; hash: string; text: string };

export const maxPages = 8;
const maxAtOnce = 4;

type Bounds = { signal: AbortSignal; fetchMs: number; extractMs: number };

async function readPage({ url, title }: Pick<Found, "title" | "url">, bounds: Bounds): Promise<ReadPage | undefined> {
  const { signal, fetchMs, extractMs } = bounds;
  const page = await fetchPage(url, { timeoutMs: fetchMs, signal });
  const read = page && (await extract(page, { timeoutMs: extractMs, signal }));
  if (!read) return undefined;
  const hash = createHash("sha256").update(read.text).digest("hex");
  return { url: page.url, title: read.title || title, retrievedAt: now(), hash, text: read.text };
}

/** Leaves out a page that cannot be read, whatever the reason. @throws when the signal is aborted */
export async function readSources(
  found: Pick<Found, "title" | "url">[],
  signal: AbortSignal,
  { fetchMs = 10_000, extractMs = 15_000, most = maxPages } = {},
): Promise<ReadPage[]> {
  const slot = pLimit(maxAtOnce);
  const pages = await Promise.all(
    found.slice(0, most).map((one) => slot(() => readPage(one, { signal, fetchMs, extractMs }))),
  );
  signal.throwIfAborted();
  const seen = new Set<string>();
  return pages.flatMap((page) => {
    if (!page || seen.has(page.url) || seen.has(page.hash)) return [];
    seen.add(page.url).add(page.hash);
    return [page];
  });
}
