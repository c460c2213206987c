import { charactersIn, roomFor, tokensOf } from "../models/room.ts";

export const notesWords = 400;

/** Less of a page says nothing. */
const minPageCharacters = 500;
/** A page's tags and title. */
const aroundPage = 200;

/** Cuts pages to what the model's window can hold, and leaves out the last of too many. */
export function pagesToShow<Page extends { text: string }>(
  pages: Page[],
  window: number | undefined,
  promptOf: (pages: Page[]) => { system: string; prompt: string },
): Page[] {
  if (window === undefined) return pages;
  const left = roomFor(promptOf([]), window) - tokensOf(notesWords);
  const shown = pages.slice(0, Math.max(1, Math.floor(charactersIn(left) / (minPageCharacters + aroundPage))));
  const each = Math.max(minPageCharacters, Math.floor(charactersIn(left) / shown.length) - aroundPage);
  return shown.map((page) => ({ ...page, text: page.text.slice(0, each) }));
}
