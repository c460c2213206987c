import { z } from "zod";
import { env } from "../../env.ts";
import { literal } from "../../http-client/addresses.ts";
import { send } from "../../http-client/request.ts";
import type { Source } from "../prompts/chercheur.ts";
import type { Search } from "./research.ts";

const timeoutMs = 10_000;
const maxBytes = 2 * 1024 * 1024;

type Request = { url: URL; method: "GET" | "POST"; headers: Record<string, string>; body?: object };

/** Asks a search service. Its host was chosen by the operator, so it may be private; nothing it names is followed. */
async function getJson({ url, method, headers, body }: Request): Promise<unknown> {
  const exchange = await send({
    url: url.href,
    method,
    headers: { Accept: "application/json", "Accept-Encoding": "identity", "User-Agent": "Sorami", ...headers },
    ...(body && { body: new TextEncoder().encode(JSON.stringify(body)) }),
    reach: { only: "public", allowed: [literal(url.hostname) ?? url.hostname] },
    timeoutMs,
    maxBytes,
  });
  if (!exchange.ok) throw new Error(`recherche : ${exchange.failure}`);
  if (exchange.status !== 200 || exchange.truncated) throw new Error(`recherche : ${exchange.status}`);
  return JSON.parse(exchange.body.toString("utf8"));
}

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#039;", "’")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");

const SerperAnswer = z.object({
  organic: z.array(z.object({ title: z.string(), link: z.string(), snippet: z.string().default("") })).default([]),
});

async function serper(topic: string, key: string): Promise<Source[]> {
  const answer = await getJson({
    url: new URL("/search", env().SERPER_BASE_URL),
    method: "POST",
    headers: { "Content-Type": "application/json", "X-API-KEY": key },
    body: { q: topic, gl: "fr", hl: "fr", num: 10 },
  });
  return SerperAnswer.parse(answer).organic.map(({ title, link, snippet }) => ({ title, url: link, snippet }));
}

const WikipediaAnswer = z.object({
  query: z.object({ search: z.array(z.object({ title: z.string(), snippet: z.string() })) }),
});

async function wikipedia(topic: string): Promise<Source[]> {
  const base = env().WIKIPEDIA_BASE_URL;
  const url = new URL("/w/api.php", base);
  url.search = new URLSearchParams({
    action: "query",
    list: "search",
    srsearch: topic.slice(0, 300),
    srlimit: "8",
    format: "json",
  }).toString();
  const answer = WikipediaAnswer.parse(await getJson({ url, method: "GET", headers: {} }));
  return answer.query.search.map(({ title, snippet }) => ({
    title,
    url: new URL(`/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}`, base).href,
    snippet: plain(snippet),
  }));
}

/** How books of this model are researched: Serper with a key, else Wikipedia; not at all when off, nor for the demo. */
export function searchFor(model: string): Search | undefined {
  const { RESEARCH, SERPER_API_KEY } = env();
  if (RESEARCH === "off" || model === "demo") return undefined;
  return SERPER_API_KEY ? (topic) => serper(topic, SERPER_API_KEY) : wikipedia;
}
