import type { CallContext } from "../brief/context.ts";
import { citedIn } from "../citations/marks.ts";
import type { Ask } from "../models/ask.ts";
import { chercheur } from "../prompts/chercheur.ts";
import { tidyNotes } from "./notes.ts";
import { type ReadPage, readSources } from "./read-sources.ts";
import type { Found, Search } from "./search.ts";

/** A page that was read, with the number it is cited by. */
export type NumberedPage = ReadPage & { number: number };

/**
 * What research leaves to the other stages: notes that cite its pages, and nothing that does not. `problem` says in
 * French why there is less than hoped for.
 */
export type Research = { notes?: string; pages: NumberedPage[]; problem?: string };

/** About how long the notes are. */
export const notesWords = 400;

const without = "le livre s’écrit sans source";
const nothing = (why: string): Research => ({ pages: [], problem: `${why}\u202f: ${without}.` });

type Tools = { ask: Ask; search: Search | undefined; signal: AbortSignal };

type Request = CallContext["request"];

async function lookUp(request: Request, search: Search, signal: AbortSignal): Promise<Found[] | undefined> {
  const found = await search(request, signal).catch(() => undefined);
  signal.throwIfAborted();
  return found;
}

/** A search, the pages it found, notes from them. Without a page there is nothing to ask the model. A silent network never costs a book. */
export async function research(request: Request, { ask, search, signal }: Tools): Promise<Research> {
  if (!search) return { pages: [] };
  const found = await lookUp(request, search, signal);
  if (!found) return nothing("La recherche documentaire n’a pas abouti");
  if (found.length === 0) return nothing("La recherche documentaire n’a rien trouvé");
  const pages = (await readSources(found, signal)).map((page, index) => ({ ...page, number: index + 1 }));
  if (pages.length === 0) return nothing("Aucune des pages trouvées n’a pu être lue");
  const answer = await ask({
    context: { role: "research", request },
    ...chercheur({ request, pages }),
    words: notesWords,
  });
  const notes = await tidyNotes(answer.text, pages);
  if (citedIn(notes).length > 0) return { notes, pages };
  return {
    pages,
    problem: `Le modèle n’a tiré des pages lues aucune note qui dise ce qu’elles disent et les cite\u202f: ${without}.`,
  };
}
