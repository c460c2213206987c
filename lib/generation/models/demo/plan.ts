import { createHash } from "node:crypto";
import type { BookBrief } from "../../brief/book-brief.ts";
import type { BookOutline } from "../../brief/book-outline.ts";
import { type Page, pages } from "./pages.ts";

export type Request = BookBrief;

const usualCount = 7;

function shuffledPages({ topic, goal }: Request): Page[] {
  const rank = ({ title }: Page) => createHash("sha256").update(`${topic}\n${goal}\n${title}`).digest("hex");
  return pages().toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

export function pagesOfBook(request: Request): Page[] {
  const count = request.chapters ?? usualCount;
  const shuffled = shuffledPages(request);
  const at = (place: Page["place"]) => shuffled.filter((page) => page.place === place);
  const chosen = [...at("opening").slice(0, 1), ...at("closing").slice(0, 1), ...at("middle")].slice(0, count);
  return pages().filter((page) => chosen.includes(page));
}

/** A person may have changed the titles: one that no page has gets a page that no title names. */
export function pagesOfOutline(request: Request, { chapters }: BookOutline): (Page | undefined)[] {
  const titled = chapters.map(({ title }) => pages().find((page) => page.title === title));
  const others = pagesOfBook({ ...request, chapters: chapters.length }).filter((page) => !titled.includes(page));
  return titled.map((page) => page ?? others.shift());
}
