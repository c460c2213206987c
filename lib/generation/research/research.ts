import type { BookBrief } from "../brief/book-brief.ts";
import { citedIn } from "../citations/marks.ts";
import type { Ask } from "../models/ask.ts";
import { researchPrompt } from "../prompts/research.ts";
import { tidyNotes } from "./notes.ts";
import { notesWords, pagesToShow } from "./pages-to-show.ts";
import { type ReadPage, readSources } from "./read-sources.ts";
import type { Found, Search } from "./search/search.ts";

export type NumberedPage = ReadPage & { number: number };

/** `problem` says in French why there are fewer notes than hoped for. */
export type Research = { notes?: string; pages: NumberedPage[]; problem?: string };

const withoutPages = ({ hasDocuments }: BookBrief) =>
  hasDocuments ? "le livre ne cite que les documents de l’auteur" : "le livre s’écrit sans source";

type Tools = { ask: Ask; window?: number | undefined; search: Search | undefined; signal: AbortSignal };

async function searchPages(
  { topic, language }: BookBrief,
  search: Search,
  signal: AbortSignal,
): Promise<Found[] | undefined> {
  const found = await search({ words: topic, language }, signal).catch(() => undefined);
  signal.throwIfAborted();
  return found;
}

/** A first look at the subject, for its outline. A silent network never costs a book. */
export async function research(request: BookBrief, { ask, window, search, signal }: Tools): Promise<Research> {
  if (!search) return { pages: [] };
  const noResearch = (why: string): Research => ({ pages: [], problem: `${why}\u202f: ${withoutPages(request)}.` });
  const found = await searchPages(request, search, signal);
  if (!found) return noResearch("La recherche documentaire n’a pas abouti");
  if (found.length === 0) return noResearch("La recherche documentaire n’a rien trouvé");
  const pages = (await readSources(found, signal)).map((page, index) => ({ ...page, number: index + 1 }));
  if (pages.length === 0) return noResearch("Aucune des pages trouvées n’a pu être lue");
  const shown = pagesToShow(pages, window, (some) => researchPrompt({ request, pages: some }));
  const prompt = researchPrompt({ request, pages: shown });
  const answer = await ask({ context: { role: "research", request }, ...prompt, words: notesWords });
  const notes = await tidyNotes(answer.text, pages, request.language);
  if (citedIn(notes).length > 0) return { notes, pages };
  return {
    pages,
    problem: `Le modèle n’a tiré des pages lues aucune note qui dise ce qu’elles disent et les cite\u202f: ${withoutPages(request)}.`,
  };
}
