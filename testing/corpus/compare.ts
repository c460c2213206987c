import { parseHTML } from "linkedom";
import { wordsIn } from "#lib/document/words.ts";
import type { Survivor } from "./survivors.ts";

/** What typography may change: quotes, apostrophes, dots and the spaces around signs. */
const plain = (text: string): string =>
  text
    .replace(/[«»“”]/g, '"')
    .replace(/[’‘]/g, "'")
    .replaceAll("…", "...")
    .replace(/\s+/g, " ")
    .replace(/ ?(["':;!?%]) ?/g, "$1");

const exact = new Set(["formule", "code", "adresse", "chemin", "lien", "balise ou type"]);
const countIn = (text: string, part: string) => text.split(part).length - 1;

/** @returns what stands less often in the second text than in the first */
function lostIn(before: string, after: string, survivors: Survivor[]): string[] {
  const plainBefore = plain(before);
  const plainAfter = plain(after);
  return survivors
    .filter(({ kind, source }) =>
      exact.has(kind)
        ? countIn(after, source) < countIn(before, source)
        : countIn(plainAfter, plain(source)) < countIn(plainBefore, plain(source)),
    )
    .map(({ kind, source }) => `${kind} : ${source}`);
}

/** The text of a page, and where its links lead. */
function textIn(html: string): string {
  const { body } = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
  const targets = [...body.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  return plain([body.textContent, ...targets].join(" "));
}

/** @returns what a reader of the page does not see */
function unseenIn(html: string, survivors: Survivor[]): string[] {
  const shown = textIn(html).replaceAll(" ", "");
  return survivors
    .filter(({ seen }) => !shown.includes(plain(seen).replaceAll(" ", "")))
    .map(({ kind, seen }) => `${kind} (page) : ${seen}`);
}

export type Delivered = { content: string; html: string; markdown: string };

/** @returns what of a text is no longer in the chapter, its page or the file of its book */
export function findLost(text: string, { content, html, markdown }: Delivered, survivors: Survivor[]): string[] {
  return [
    ...lostIn(text, content, survivors),
    ...lostIn(text, markdown, survivors).map((lost) => `(Markdown) ${lost}`),
    ...unseenIn(html, survivors),
  ];
}

const countsOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of wordsIn(text.replaceAll("’", "'"))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** @returns the words of the first text that the second has no longer, as often as it misses them */
export function wordsRemoved(before: string, after: string): string[] {
  const left = countsOf(after);
  return [...countsOf(before)].flatMap(([word, count]) =>
    Array<string>(Math.max(0, count - (left.get(word) ?? 0))).fill(word),
  );
}
