import { z } from "zod";
import { bookLanguages } from "../../../contract/values.ts";
import { env } from "../../../env.ts";
import { getJson } from "./get-json.ts";
import type { Found, Search } from "./providers.ts";
import { plainSnippet } from "./snippet.ts";

const WikipediaAnswer = z.object({
  query: z.object({ search: z.array(z.object({ title: z.string(), snippet: z.string().default("") })) }),
});

export const wikipediaOf = (language: string = bookLanguages[0]): string =>
  env().WIKIPEDIA_BASE_URL ?? `https://${language}.wikipedia.org`;

async function searchFor(words: string, base: string, signal: AbortSignal): Promise<Found[]> {
  const url = new URL("/w/api.php", base);
  url.search = new URLSearchParams({
    action: "query",
    list: "search",
    srsearch: words.slice(0, 300),
    srlimit: "8",
    format: "json",
  }).toString();
  return WikipediaAnswer.parse(await getJson({ url, signal })).query.search.map(({ title, snippet }) => ({
    title,
    url: new URL(`/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}`, base).href,
    snippet: plainSnippet(snippet),
  }));
}

/** It finds pages that hold every word: where none does, those that hold some are asked for. */
export const wikipedia: Search = async ({ words, language }, signal) => {
  const base = wikipediaOf(language);
  const found = await searchFor(words, base, signal);
  const each = words.split(/\s+/);
  return found.length > 0 || each.length < 2 ? found : searchFor(each.join(" OR "), base, signal);
};
