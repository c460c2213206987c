import { z } from "zod";
import { env } from "../env.ts";
import type { Source } from "./prompts/chercheur.ts";
import type { Search } from "./research.ts";

const timeoutMs = 10_000;

/** The one place from which research goes out. */
async function getJson(url: URL, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`recherche : ${response.status}`);
  return response.json();
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
  const answer = await getJson(new URL("/search", env().SERPER_BASE_URL), {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-API-KEY": key },
    body: JSON.stringify({ q: topic, gl: "fr", hl: "fr", num: 10 }),
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
  const answer = WikipediaAnswer.parse(await getJson(url, { headers: { "User-Agent": "Sorami" } }));
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
