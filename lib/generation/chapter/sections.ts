import type { Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { headingAtDepth, headingsOf } from "../../document/headings.ts";
import { spanOf, textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { wordsIn } from "../../document/words.ts";
import { sectionPrompt } from "../prompts/section.ts";
import { withoutRepeats } from "./repeats.ts";
import { askForText, type Writing } from "./writing.ts";

/** Each section is a call, and a chapter takes few. */
const maxSections = 4;
const minSectionWords = 60;
const maxHeadingWords = 9;

/** One text to say for each section; what is left over joins the last one. */
function sectionsOf(points: string[], title: string): string[] {
  if (points.length === 0) return [title];
  const last = points.slice(maxSections - 1).join(" ; ");
  return points.length <= maxSections ? points : [...points.slice(0, maxSections - 1), last];
}

/** A key point that is as short as a title; a sentence to be said is none. */
function headingFor(point: string, title: string): string | undefined {
  const text = point.replace(/\s*[.;:]$/, "");
  if (point === title || wordsIn(text).length > maxHeadingWords || /[.;!?]/.test(text)) return undefined;
  return text.replace(/^\p{Ll}(?=\p{Ll}|$)/u, (letter) => letter.toLocaleUpperCase("fr"));
}

/** Leaves the headings of an answer to a question that asked for none below the section's own. */
function withoutOpeningHeadings(document: Document): string {
  const first = document.blocks.find(({ node }) => node.type !== "heading");
  return first ? document.source.slice(first.start) : "";
}

async function demoted(text: string): Promise<string> {
  const document = await openDocument(text);
  const edits = headingsOf(document).map((heading) => {
    const { start, end } = spanOf(heading);
    return { start, end, by: headingAtDepth(text.slice(start, end), 3) };
  });
  return applyEdits(text, edits);
}

/** Writes a chapter one section at a time, each from a few lines: what a small model holds without copying them. */
export async function draftBySections(writing: Writing, budget: number): Promise<Document> {
  const { outline, position, title } = writing;
  const points = sectionsOf(outline.chapters[position - 1]?.key_points ?? [], title);
  let written = await openDocument("");
  for (const [index, point] of points.entries()) {
    const left = budget - wordsIn(title).length - written.words;
    const words = Math.round(left / (points.length - index));
    if (words < minSectionWords) break;
    const before = headingsOf(written).map((heading) => textOf(heading));
    const question = (asked: number) => sectionPrompt({ ...writing, point, before, words: asked });
    const answer = await askForText(writing, { words, shown: true, question });
    const plain = writing.record.record("heading", answer.source, withoutOpeningHeadings(answer));
    const fresh = await withoutRepeats(written, await openDocument(plain), writing);
    if (fresh === "") continue;
    const heading = headingFor(point, title);
    const section = [heading && `## ${heading}`, await demoted(fresh)].filter(Boolean).join("\n\n");
    written = await openDocument([written.source, section].filter(Boolean).join("\n\n"));
  }
  return written;
}
