import type { CallContext } from "../call-context.ts";
import { writeChapter } from "./chapter.ts";
import { writeOutline } from "./outline.ts";

const notes = "Notes de démonstration\u202f: aucune source n’a été consultée, aucun fait n’est avancé.";

export function answer({ role, request }: CallContext): string {
  if (role === "research") return notes;
  if (role === "chapter" || request.position !== undefined) return writeChapter(request);
  return JSON.stringify(writeOutline(request));
}
