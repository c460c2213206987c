import { createHash } from "node:crypto";
import { inThread } from "./pool.ts";
import type { Rendered } from "./render.ts";

/** Raise it when the same text renders otherwise: what was kept before is then made again. */
const rendererVersion = 1;

/** Renders a text, whoever wrote it, in a thread, as HTML that was sanitised, without the heading that repeats `title`. */
export const renderHtml = (source: string, title: string): Promise<Rendered> =>
  inThread<Rendered>("render", { source, title });

type Stored = { title: string; content: string; html: string | null; htmlKey: string | null; htmlWords: number | null };
export type Kept = { html: string; htmlKey: string; htmlWords: number };

const keyOf = ({ title, content }: Stored) =>
  createHash("sha256").update(`${rendererVersion}\0${title}\0${content}`).digest("base64url");

/**
 * The HTML of a stored text, made once: `keep` stores what was made, beside the text.
 * @returns what is kept if it was made of this very text, by this renderer; else what is made now
 */
export async function htmlOf(stored: Stored, keep: (made: Kept) => Promise<unknown>): Promise<Rendered> {
  const { html, htmlWords } = stored;
  const htmlKey = keyOf(stored);
  if (html !== null && htmlWords !== null && stored.htmlKey === htmlKey) return { html, words: htmlWords };
  const made = await renderHtml(stored.content, stored.title);
  await keep({ html: made.html, htmlKey, htmlWords: made.words });
  return made;
}
