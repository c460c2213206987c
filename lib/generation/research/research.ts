import type { Ask } from "../models/ask.ts";
import type { CallContext } from "../models/context.ts";
import { chercheur, type Source } from "../prompts/chercheur.ts";

/** What research leaves to the other stages. `problem` says in French why there is less than hoped for. */
export type Research = { notes?: string; sources: Source[]; problem?: string };

/** Looks the subject up; the network's failures are the caller's to survive. */
export type Search = (topic: string) => Promise<Source[]>;

/** About how long the notes are. */
export const notesWords = 400;

/** Search results → notes. Without results there is nothing to ask the model. A silent network never costs a book. */
export async function research(
  request: CallContext["request"],
  tools: { ask: Ask; search: Search | undefined },
): Promise<Research> {
  if (!tools.search) return { sources: [] };
  const found = await tools.search(request.topic).catch(() => undefined);
  if (!found) return { sources: [], problem: "La recherche documentaire n’a pas abouti\u202f: le livre s’en passe." };
  if (found.length === 0) return { sources: [], problem: "La recherche documentaire n’a rien trouvé." };
  const answer = await tools.ask({
    context: { role: "research", request },
    ...chercheur({ request, sources: found }),
    words: notesWords,
  });
  return { notes: answer.text.trim(), sources: found };
}
