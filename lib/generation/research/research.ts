import type { BookBrief } from "../brief/book-brief.ts";
import { citedIn } from "../citations/marks.ts";
import type { Ask } from "../models/ask.ts";
import { charactersIn, roomFor, tokensOf } from "../models/room.ts";
import { researchPrompt } from "../prompts/research.ts";
import { tidyNotes } from "./notes.ts";
import { type ReadPage, readSources } from "./read-sources.ts";
import type { Found, Search } from "./search.ts";

export type NumberedPage = ReadPage & { number: number };

/** `problem` says in French why there are fewer notes than hoped for. */
export type Research = { notes?: string; pages: NumberedPage[]; problem?: string };

export const notesWords = 400;

const withoutPages = ({ hasDocuments }: BookBrief) =>
  hasDocuments ? "le livre ne cite que les documents de l’auteur" : "le livre s’écrit sans source";

type Tools = { ask: Ask; window?: number | undefined; search: Search | undefined; signal: AbortSignal };

/** Less of a page says nothing. */
const minPageCharacters = 500;
/** A page's tags and title. */
const aroundPage = 200;

/** Cuts pages to what the model's window can hold, and leaves out the last of too many. */
function pagesToShow(request: BookBrief, pages: NumberedPage[], window: number | undefined): NumberedPage[] {
  if (window === undefined) return pages;
  const left = roomFor(researchPrompt({ request, pages: [] }), window) - tokensOf(notesWords);
  const shown = pages.slice(0, Math.max(1, Math.floor(charactersIn(left) / (minPageCharacters + aroundPage))));
  const each = Math.max(minPageCharacters, Math.floor(charactersIn(left) / shown.length) - aroundPage);
  return shown.map((page) => ({ ...page, text: page.text.slice(0, each) }));
}

async function searchPages(request: BookBrief, search: Search, signal: AbortSignal): Promise<Found[] | undefined> {
  const found = await search(request, signal).catch(() => undefined);
  signal.throwIfAborted();
  return found;
}

/** A silent network never costs a book. */
export async function research(request: BookBrief, { ask, window, search, signal }: Tools): Promise<Research> {
  if (!search) return { pages: [] };
  const noResearch = (why: string): Research => ({ pages: [], problem: `${why}\u202f: ${withoutPages(request)}.` });
  const found = await searchPages(request, search, signal);
  if (!found) return noResearch("La recherche documentaire n’a pas abouti");
  if (found.length === 0) return noResearch("La recherche documentaire n’a rien trouvé");
  const pages = (await readSources(found, signal)).map((page, index) => ({ ...page, number: index + 1 }));
  if (pages.length === 0) return noResearch("Aucune des pages trouvées n’a pu être lue");
  const answer = await ask({
    context: { role: "research", request },
    ...researchPrompt({ request, pages: pagesToShow(request, pages, window) }),
    words: notesWords,
  });
  const notes = await tidyNotes(answer.text, pages);
  if (citedIn(notes).length > 0) return { notes, pages };
  return {
    pages,
    problem: `Le modèle n’a tiré des pages lues aucune note qui dise ce qu’elles disent et les cite\u202f: ${withoutPages(request)}.`,
  };
}
