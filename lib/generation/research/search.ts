import { z } from "zod";
import { bookLanguages, type Genre } from "../../contract/values.ts";
import { env } from "../../env.ts";
import { ipLiteral } from "../../http-client/addresses.ts";
import { send } from "../../http-client/request.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { traitsOf } from "../genre/traits-of.ts";

export type Found = { title: string; url: string };

type Subject = { topic: string; language?: string | undefined };

/** @throws when the network fails */
export type Search = (subject: Subject, signal: AbortSignal) => Promise<Found[]>;

const usual = bookLanguages[0];

const timeoutMs = 10_000;
const maxBytes = 2 * 1024 * 1024;

type Request = {
  url: URL;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: object;
  signal: AbortSignal;
};

/** The operator chose the host, so it may be private. */
async function getJson({ url, method, headers, body, signal }: Request): Promise<unknown> {
  const exchange = await send({
    url: url.href,
    method,
    headers: { Accept: "application/json", "Accept-Encoding": "identity", "User-Agent": "Sorami", ...headers },
    ...(body && { body: new TextEncoder().encode(JSON.stringify(body)) }),
    reach: { only: "public", allowed: [ipLiteral(url.hostname) ?? url.hostname] },
    timeoutMs,
    maxBytes,
    signal,
  });
  if (!exchange.ok) throw new Error(`recherche : ${exchange.failure}`);
  if (exchange.status !== 200 || exchange.truncated) throw new Error(`recherche : ${exchange.status}`);
  return JSON.parse(exchange.body.toString("utf8"));
}

const SerperAnswer = z.object({
  organic: z.array(z.object({ title: z.string(), link: z.string() })).default([]),
});

/** The country whose results are asked for, where its code is not the language's own. */
const countryOf: Record<string, string> = { en: "us" };

async function serper({ topic, language = usual }: Subject, key: string, signal: AbortSignal): Promise<Found[]> {
  const answer = await getJson({
    url: new URL("/search", env().SERPER_BASE_URL),
    method: "POST",
    headers: { "Content-Type": "application/json", "X-API-KEY": key },
    body: { q: topic, gl: countryOf[language] ?? language, hl: language, num: 10 },
    signal,
  });
  return SerperAnswer.parse(answer).organic.map(({ title, link }) => ({ title, url: link }));
}

const WikipediaAnswer = z.object({
  query: z.object({ search: z.array(z.object({ title: z.string() })) }),
});

export const wikipediaOf = (language: string = usual): string =>
  env().WIKIPEDIA_BASE_URL ?? `https://${language}.wikipedia.org`;

async function wikipedia({ topic, language }: Subject, signal: AbortSignal): Promise<Found[]> {
  const base = wikipediaOf(language);
  const url = new URL("/w/api.php", base);
  url.search = new URLSearchParams({
    action: "query",
    list: "search",
    srsearch: topic.slice(0, 300),
    srlimit: "8",
    format: "json",
  }).toString();
  const answer = WikipediaAnswer.parse(await getJson({ url, method: "GET", headers: {}, signal }));
  return answer.query.search.map(({ title }) => ({
    title,
    url: new URL(`/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}`, base).href,
  }));
}

/** @returns undefined where nothing is searched for such a book */
export function searchFor(model: string, genre: Genre | undefined): Search | undefined {
  const { RESEARCH, SERPER_API_KEY } = env();
  if (RESEARCH === "off" || !capabilitiesOf(model).researches || !traitsOf(genre).isResearched) return undefined;
  return SERPER_API_KEY ? (subject, signal) => serper(subject, SERPER_API_KEY, signal) : wikipedia;
}
