import { citedIn } from "../citations/marks.ts";
import { settleFor } from "../citations/settle.ts";
import type { Source } from "../citations/source.ts";

const [mostNotes, mostLength] = [40, 600];

/**
 * The notes among what a researcher answered: lines that cite a page it was given. Whatever else it wrote, a page's
 * instructions that it obeyed for instance, is no note. No address, no tag is left.
 */
export function tidyNotes(answer: string, pages: Pick<Source, "number" | "url">[]): string {
  const settle = settleFor(pages);
  const lines = answer.split("\n").map((line) => {
    const plain = line.replace(/^[\s>#*+-]+|^\s*\d+[.)]\s+/g, "").replace(/[<>]/g, "");
    return settle.text(plain).trim();
  });
  const notes = lines.filter((line) => line.length <= mostLength && isNote(line));
  return notes
    .slice(0, mostNotes)
    .map((note) => `- ${note}`)
    .join("\n");
}

const isNote = (line: string) => citedIn(line).length > 0 && /\p{L}{3}/u.test(line.replace(/\[S\d+\]/g, ""));
