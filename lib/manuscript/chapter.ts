import { manuscriptLimits, wireLimits } from "../contract/limits.ts";
import { makeStorable } from "../contract/text.ts";
import { blocksOf } from "../document/tree.ts";
import { sumOfWords } from "../document/words.ts";
import type { ManuscriptChapter } from "./manuscript.ts";
import { unreadable } from "./refused.ts";

/** What the envelope of the event needs beside the chapters. */
const marginBytes = 128 * 1024;

const tooMany = `Le manuscrit a plus de ${wireLimits.items} chapitres\u202f: c’est plus qu’un livre ne peut en avoir.`;
const tooLong = "Un chapitre du manuscrit dépasse 2 Mio\u202f: partagez-le par des titres.";
const tooLarge = "Le texte du manuscrit dépasse 10 Mio\u202f: c’est plus qu’un livre ne peut en porter.";

/** A text is as long on the wire, at least: it is refused before anything is read in it. @throws {Refused} */
export function refuseTooLarge(text: string): void {
  if (Buffer.byteLength(text) > manuscriptLimits.payloadBytes) throw unreadable(tooLarge);
}

export type Sum = (chapter: { title?: string | undefined; content: string }) => void;

/** Adds up what the chapters take on the wire. @throws {Refused} as soon as it is too much */
export function createSum(): Sum {
  let bytes = marginBytes;
  let chapters = 0;
  return ({ title = "", content }) => {
    chapters += 1;
    if (chapters > wireLimits.items) throw unreadable(tooMany);
    if (Buffer.byteLength(content) > wireLimits.chapterBytes) throw unreadable(tooLong);
    // The title is in the outline, too.
    bytes += Buffer.byteLength(JSON.stringify({ title, content })) + Buffer.byteLength(title) + 64;
    if (bytes > manuscriptLimits.payloadBytes) throw unreadable(tooLarge);
  };
}

const maxTitle = wireLimits.line;
const cut = (title: string) => (title.length > maxTitle ? `${title.slice(0, maxTitle - 1).toWellFormed()}…` : title);

/** Counts its words as those of a written chapter are counted. */
export async function toChapter(
  { title, content }: { title?: string | undefined; content: string },
  add: Sum,
): Promise<ManuscriptChapter> {
  const chapter = {
    content: makeStorable(content).trim(),
    ...(title !== undefined && { title: cut(makeStorable(title)) }),
  };
  add(chapter);
  return { ...chapter, words: sumOfWords((await blocksOf(chapter.content, false)).blocks) };
}
