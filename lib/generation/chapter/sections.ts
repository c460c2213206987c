import type { Document } from "../../document/document.ts";
import { headingsOf } from "../../document/headings.ts";
import { textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { wordsIn } from "../../document/words.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { sectionPrompt } from "../prompts/section.ts";
import { withoutRepeats } from "./repeats.ts";
import { demoted, rule, withoutOpeningHeadings } from "./section-body.ts";
import { askForText, type Writing } from "./writing.ts";

/** Each section is a call, and a chapter takes few. */
const maxSections = 4;
const minSectionWords = 60;
const maxHeadingWords = 9;

/** One text to say for each section, as many as the words allow; what is left over joins the last one. */
function sectionsOf(points: string[], title: string, words: number): string[] {
  if (points.length === 0) return [title];
  const most = Math.max(1, Math.min(maxSections, Math.floor(words / minSectionWords)));
  const last = points.slice(most - 1).join(" ; ");
  return points.length <= most ? points : [...points.slice(0, most - 1), last];
}

/** A key point that is as short as a title; a sentence to be said is none. */
function headingFor(point: string, title: string): string | undefined {
  const text = point.replace(/\s*[.;:]$/, "");
  if (point === title || wordsIn(text).length > maxHeadingWords || /[.;!?]/.test(text)) return undefined;
  return text.replace(/^\p{Ll}(?=\p{Ll}|$)/u, (letter) => letter.toLocaleUpperCase("fr"));
}

/** Writes a chapter one section at a time, each from a few lines: what a small model holds without copying them. */
export async function draftBySections(writing: Writing, budget: number): Promise<Document> {
  const { outline, position, title } = writing;
  const { isTitled, isApart } = traitsOf(writing.request.genre);
  const points = sectionsOf(outline.chapters[position - 1]?.key_points ?? [], title, budget - wordsIn(title).length);
  let written = await openDocument("");
  for (const [index, point] of points.entries()) {
    const left = budget - wordsIn(title).length - written.words;
    const words = Math.round(left / (points.length - index));
    if (words < minSectionWords) break;
    const before = isTitled ? headingsOf(written).map((heading) => textOf(heading)) : points.slice(0, index);
    const question = (asked: number) => sectionPrompt({ ...writing, point, before, words: asked });
    const answer = await askForText(writing, { words, shown: true, question });
    const heading = isTitled ? headingFor(point, title) : undefined;
    const plain = withoutOpeningHeadings(writing, answer, heading);
    const fresh = await withoutRepeats(written, await openDocument(plain), writing);
    if (fresh === "") continue;
    const lead = heading ? `## ${heading}` : isApart && written.source !== "" && rule;
    const section = [lead, await demoted(fresh)].filter(Boolean).join("\n\n");
    written = await openDocument([written.source, section].filter(Boolean).join("\n\n"));
  }
  return written;
}
