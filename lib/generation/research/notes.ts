import { citedIn, settleMarks } from "../citations/marks.ts";
import { createPageCiter } from "./addresses.ts";
import { groundsOf, isOrder } from "./grounds.ts";

const maxNotes = 40;
const maxNoteCharacters = 600;

type Page = { number: number; url: string; title: string; text: string };

const isNote = (line: string) =>
  line.length <= maxNoteCharacters &&
  citedIn(line).length > 0 &&
  /\p{L}{3}/u.test(withoutMarks(line)) &&
  !isOrder(line);
const withoutMarks = (line: string) => line.replace(/\s*\[S\d+\]/g, "");

/** Keeps lines that repeat what a page they cite says, so that no instruction of a page that was obeyed is kept. */
export async function tidyNotes(answer: string, pages: Page[]): Promise<string> {
  const cite = createPageCiter(pages);
  const grounds = await Promise.all(pages.map(async (page) => ({ number: page.number, says: await groundsOf(page) })));
  const lines = answer.split("\n").flatMap((line) => {
    const plain = line.replace(/^[\s>#*+-]+|^\s*\d+[.)]\s+/g, "").replace(/[<>]/g, "");
    const note = cite(plain);
    if (note === undefined || !isNote(note)) return [];
    const said = withoutMarks(note);
    const known = new Set(grounds.flatMap(({ number, says }) => (says(said) ? [number] : [])));
    return settleMarks(note, known).trimEnd();
  });
  return lines
    .filter(isNote)
    .slice(0, maxNotes)
    .map((note) => `- ${note}`)
    .join("\n");
}
