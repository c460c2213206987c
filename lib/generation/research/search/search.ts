import type { Genre } from "../../../contract/values.ts";
import { env } from "../../../env.ts";
import { logger } from "../../../logger.ts";
import { capabilitiesOf } from "../../capabilities.ts";
import { traitsOf } from "../../genre/traits-of.ts";
import { brave, type Search, searxng, serper, tavily } from "./providers.ts";
import { wikipedia } from "./wikipedia.ts";

export type { Found, Query, Search } from "./providers.ts";

/** In the order in which they are asked: the next one only where the one before does not answer. */
function configured(): [name: string, search: Search][] {
  const { SERPER_API_KEY, BRAVE_API_KEY, TAVILY_API_KEY, SEARXNG_BASE_URL } = env();
  const all: [string, Search | undefined][] = [
    ["Serper", SERPER_API_KEY ? serper(SERPER_API_KEY) : undefined],
    ["Brave", BRAVE_API_KEY ? brave(BRAVE_API_KEY) : undefined],
    ["Tavily", TAVILY_API_KEY ? tavily(TAVILY_API_KEY) : undefined],
    ["SearXNG", SEARXNG_BASE_URL ? searxng(SEARXNG_BASE_URL) : undefined],
  ];
  const set = all.flatMap(([name, search]): [string, Search][] => (search ? [[name, search]] : []));
  return set.length > 0 ? set : [["Wikipédia", wikipedia]];
}

const inTurn =
  (providers: [name: string, search: Search][]): Search =>
  async (query, signal) => {
    let failed: unknown;
    for (const [name, search] of providers) {
      try {
        return await search(query, signal);
      } catch (error) {
        signal.throwIfAborted();
        failed = error;
        logger.warn(`🔎 ${name} n’a pas répondu à une recherche : ${error instanceof Error ? error.message : error}`);
      }
    }
    throw failed;
  };

export const isResearched = (model: string, genre: Genre | undefined): boolean =>
  env().RESEARCH !== "off" && capabilitiesOf(model).researches && traitsOf(genre).isResearched;

/** @returns undefined where nothing is searched for such a book */
export const searchFor = (model: string, genre: Genre | undefined): Search | undefined =>
  isResearched(model, genre) ? inTurn(configured()) : undefined;
