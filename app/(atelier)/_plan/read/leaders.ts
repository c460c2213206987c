import type { Line } from "./lines.ts";

const pageNumber = /(?:\bp\.?\s*|\bpage\s+)?(?:\d{1,4}|[ivxlc]{1,7})$/i;
const maxPageLength = 16;

/** Where the dots before `end` begin, and how many there are: an ellipsis is three. */
function dotsBefore(text: string, end: number): { start: number; dots: number } {
  let start = end;
  let dots = 0;
  while (start > 0 && /[.…·_\s]/.test(text[start - 1] ?? "")) {
    start -= 1;
    dots += text[start] === "…" ? 3 : /\s/.test(text[start] ?? "") ? 0 : 1;
  }
  return { start, dots };
}

const fewestDots = { withPage: 4, alone: 6 };

const inBrackets = /\s?\((?:p|pp|page)\.?\s?\d{1,4}\)$/i;

/** « Le sel ........ 12 » → « Le sel ». */
function withoutDots(text: string): string {
  const tail = text.slice(-maxPageLength);
  const bracketed = inBrackets.exec(tail)?.[0].length ?? 0;
  if (bracketed > 0 && bracketed < text.length) return text.slice(0, -bracketed).trimEnd();
  const page = pageNumber.exec(tail)?.[0] ?? "";
  const { start, dots } = dotsBefore(text, text.length - page.length);
  const fewest = page === "" ? fewestDots.alone : fewestDots.withPage;
  return start > 0 && dots >= fewest ? text.slice(0, start) : text;
}

const columnPage = /^(.*\S)(?:\t\s*| {2,})(\d{1,4})$/;

/** Pages of a column, which only grow from line to line: a single one might be a number that is meant. */
function columnOf(lines: Line[]): Set<Line> {
  const found = lines.flatMap((line) => {
    const page = line.text.length > 1000 ? undefined : columnPage.exec(line.text)?.[2];
    return page === undefined ? [] : [{ line, page: Number(page) }];
  });
  const grows = found.every(({ page }, index) => page >= (found[index - 1]?.page ?? 0));
  return new Set(found.length >= 2 && grows ? found.map(({ line }) => line) : []);
}

/** « [Le sel](#le-sel) », in the table of contents of a page. */
const inPage = /\[([^\][]{1,300})\]\(#[^()\s]{0,300}\)/g;

/** Takes off the pages of a table of contents, with the dots or the tab that lead to them, and links into the page. */
export function withoutPages(lines: Line[]): Line[] {
  const column = columnOf(lines);
  return lines.map((line) => {
    const whole = line.text.replace(inPage, "$1");
    const text = column.has(line) ? whole.replace(columnPage, "$1") : withoutDots(whole);
    return text === line.text ? line : { ...line, text, paged: true };
  });
}
