import { createHash } from "node:crypto";
import { runInThread } from "./pool.ts";
import type { Rendered } from "./render.ts";

/** Raise it when rendering changes: HTML stored before is then made again. */
const rendererVersion = 3;

/** @returns sanitised HTML, without the heading that repeats `title` */
export const renderHtml = (source: string, title: string): Promise<Rendered> =>
  runInThread<Rendered>("render", { source, title });

type StoredText = {
  title: string;
  content: string;
  html: string | null;
  htmlKey: string | null;
  htmlWords: number | null;
};
export type StoredHtml = { html: string; htmlKey: string; htmlWords: number };

const keyOf = ({ title, content }: StoredText) =>
  createHash("sha256").update(`${rendererVersion}\0${title}\0${content}`).digest("base64url");

export async function htmlOf(stored: StoredText, keep: (made: StoredHtml) => Promise<unknown>): Promise<Rendered> {
  const { html, htmlWords } = stored;
  const htmlKey = keyOf(stored);
  if (html !== null && htmlWords !== null && stored.htmlKey === htmlKey) return { html, words: htmlWords };
  const made = await renderHtml(stored.content, stored.title);
  await keep({ html: made.html, htmlKey, htmlWords: made.words });
  return made;
}
