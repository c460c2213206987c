import { citedIn, settleMarks } from "../citations/marks.ts";
import { createPageCiter } from "./addresses.ts";
import { disagreementIn, joinDisagreements, statementsIn, tellDisagreement } from "./disagreements.ts";
import { groundsOf, isKeywordList, isOrder } from "./grounds.ts";

const maxNotes = 40;
const maxNoteCharacters = 600;

type Page = { number: number; url: string; title: string; text: string };

const isNote = (line: string) =>
  line.length <= maxNoteCharacters &&
  citedIn(line).length > 0 &&
  /\p{L}{3}/u.test(withoutMarks(line)) &&
  !isOrder(line) &&
  !isKeywordList(withoutMarks(line));
const withoutMarks = (line: string) => line.replace(/\s*\[S\d+\]/g, "");

type Grounds = { number: number; says: (note: string) => boolean }[];

/** Leaves the marks of the pages that say what a note says. */
function keepGrounded(note: string, grounds: Grounds): string {
  const said = withoutMarks(note);
  const known = new Set(grounds.flatMap(({ number, says }) => (says(said) ? [number] : [])));
  return settleMarks(note, known).trimEnd();
}

/** Each statement of a disagreement has to stand in its own page; one that is left alone is a note like any other. */
function keepDisagreement(
  told: string,
  { grounds, language }: { grounds: Grounds; language: string | undefined },
): string {
  const statements = statementsIn(told).flatMap(({ said, marks }) => {
    const kept = citedIn(keepGrounded(`${said} ${marks}`, grounds));
    return kept.length > 0 ? [{ said, marks: kept.map((number) => `[S${number}]`).join(" ") }] : [];
  });
  if (statements.length > 1) return tellDisagreement(language, statements);
  return statements.map(({ said, marks }) => `${said} ${marks}`).join("");
}

/**
 * Keeps lines that repeat what a page they cite says, so that no instruction of a page that was obeyed is kept; notes that do
 * not agree stand first, as one.
 */
export async function tidyNotes(answer: string, pages: Page[], language?: string): Promise<string> {
  const cite = createPageCiter(pages);
  const grounds = await Promise.all(pages.map(async (page) => ({ number: page.number, says: await groundsOf(page) })));
  const lines = answer.split("\n").flatMap((line) => {
    const plain = line.replace(/^[\s>#*+-]+|^\s*\d+[.)]\s+/g, "").replace(/[<>]/g, "");
    const note = cite(plain);
    if (note === undefined || !isNote(note)) return [];
    const told = disagreementIn(note.replace(/\*\*/g, ""));
    return told === undefined ? keepGrounded(note, grounds) : keepDisagreement(told, { grounds, language });
  });
  return joinDisagreements(lines.filter(isNote), language)
    .slice(0, maxNotes)
    .map((note) => `- ${note}`)
    .join("\n");
}
