import { z } from "zod";
import { bookLanguages } from "../../../contract/values.ts";
import { env } from "../../../env.ts";
import { getJson } from "./get-json.ts";
import { plainSnippet } from "./snippet.ts";

/** `snippet` is what the provider shows of the page; empty where it shows nothing. */
export type Found = { title: string; url: string; snippet: string };

export type Query = { words: string; language?: string | undefined };

/** @throws when the provider does not answer */
export type Search = (query: Query, signal: AbortSignal) => Promise<Found[]>;

const usual = bookLanguages[0];
const maxQueryCharacters = 300;
const maxFound = 10;

/** The country whose results are asked for, where its code is not the language's own. */
const countryOf: Record<string, string> = { en: "us" };

const SerperAnswer = z.object({
  organic: z.array(z.object({ title: z.string(), link: z.string(), snippet: z.string().default("") })).default([]),
});

export const serper =
  (key: string): Search =>
  async ({ words, language = usual }, signal) => {
    const answer = await getJson({
      url: new URL("/search", env().SERPER_BASE_URL),
      method: "POST",
      headers: { "Content-Type": "application/json", "X-API-KEY": key },
      body: { q: words, gl: countryOf[language] ?? language, hl: language, num: maxFound },
      signal,
    });
    return SerperAnswer.parse(answer).organic.map(({ title, link, snippet }) => ({ title, url: link, snippet }));
  };

const BraveAnswer = z.object({
  web: z
    .object({
      results: z
        .array(z.object({ title: z.string(), url: z.string(), description: z.string().default("") }))
        .default([]),
    })
    .nullish(),
});

/** Brave tells two kinds of Portuguese apart. */
const braveLanguages: Record<string, string> = { pt: "pt-pt" };

export const brave =
  (key: string): Search =>
  async ({ words, language = usual }, signal) => {
    const url = new URL("/res/v1/web/search", env().BRAVE_BASE_URL);
    url.search = new URLSearchParams({
      q: words.slice(0, maxQueryCharacters),
      count: String(maxFound),
      search_lang: braveLanguages[language] ?? language,
      country: (countryOf[language] ?? language).toUpperCase(),
      result_filter: "web",
    }).toString();
    const answer = await getJson({ url, headers: { "X-Subscription-Token": key }, signal });
    const results = BraveAnswer.parse(answer).web?.results ?? [];
    return results.map(({ title, url, description }) => ({
      title: plainSnippet(title),
      url,
      snippet: plainSnippet(description),
    }));
  };

const ContentAnswer = z.object({
  results: z.array(z.object({ title: z.string(), url: z.string(), content: z.string().nullish() })).default([]),
});
const readContents = (answer: unknown): Found[] =>
  ContentAnswer.parse(answer)
    .results.slice(0, maxFound)
    .map(({ title, url, content }) => ({ title: plainSnippet(title), url, snippet: plainSnippet(content ?? "") }));

/** Tavily has no setting for a language: the words tell it. */
export const tavily =
  (key: string): Search =>
  async ({ words }, signal) =>
    readContents(
      await getJson({
        url: new URL("/search", env().TAVILY_BASE_URL),
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
        body: { query: words.slice(0, maxQueryCharacters), max_results: maxFound, search_depth: "basic" },
        signal,
      }),
    );

/** An instance answers in JSON only where its `search.formats` names it; otherwise it is 403. */
export const searxng =
  (base: string): Search =>
  async ({ words, language = usual }, signal) => {
    const url = new URL("search", base.endsWith("/") ? base : `${base}/`);
    url.search = new URLSearchParams({ q: words.slice(0, maxQueryCharacters), format: "json", language }).toString();
    return readContents(await getJson({ url, signal }));
  };
