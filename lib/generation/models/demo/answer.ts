import type { CallContext } from "../../brief/context.ts";
import { writeChapter } from "./chapter.ts";
import { subjectOf } from "./french/subject.ts";
import { chapterTitle, fill, writeOutline } from "./outline.ts";
import { planOf, seedOf } from "./plan.ts";

/** Honest notes: what to look for, since nothing was looked up. */
function writeNotes({ request }: CallContext): string {
  const subject = subjectOf(request.topic);
  const angles = planOf(seedOf(request), 6);
  return [
    fill("Notes de démonstration sur {le}\u202f: aucune source n’a été consultée, aucun fait n’est avancé.", subject),
    "Angles proposés\u202f:",
    angles.map((angle, index) => `- ${chapterTitle(request, angle, index)}\u202f: ${angle.description}`).join("\n"),
  ].join("\n\n");
}

/** What the demo model says to a call: text, or JSON for an outline. Same call, same bytes. */
export function answer(context: CallContext): string {
  switch (context.role) {
    case "outline":
      return JSON.stringify(writeOutline(context.request));
    case "chapter":
      return writeChapter(context.request);
    case "research":
      return writeNotes(context);
    case "review":
      return context.request.position === undefined
        ? JSON.stringify(writeOutline(context.request))
        : writeChapter(context.request);
  }
}
