import type { Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { headingAtDepth, headingsOf } from "../../document/headings.ts";
import { spanOf } from "../../document/nodes.ts";
import { appendLostMarks } from "../citations/marks.ts";
import { type Neighbours, rewritePassagePrompt } from "../prompts/rewrite-passage.ts";
import { EditRecord } from "../text/edits.ts";
import { askForText, type Writing } from "./writing.ts";

/** Keeps the sections after a passage from becoming its own. */
function withoutTopHeadings(answer: Document): string {
  const top = headingsOf(answer).filter(({ depth }) => depth === 1);
  const edits = top.map((heading) => {
    const { start, end } = spanOf(heading);
    return { start, end, by: headingAtDepth(answer.source.slice(start, end), 2) };
  });
  return applyEdits(answer.source, edits).trim();
}

const withoutEllipsis = (text: string) => text.trim().replace(/^…|…$/g, "").trim();

/** A model that was shown what stands around its passage may copy it, or the beginning of it. */
function withoutNeighbours(text: string, { before, after }: Neighbours = { before: "", after: "" }): string {
  const isCopied = (paragraph: string) => paragraph !== "" && (before.includes(paragraph) || after.includes(paragraph));
  return text
    .split("\n\n")
    .filter((paragraph) => !isCopied(withoutEllipsis(paragraph)))
    .join("\n\n")
    .trim();
}

/** @returns an empty text when the model wrote nothing */
export async function rewrite(
  writing: Writing,
  { passage, problem, words, neighbours }: { passage: string; problem: string; words: number; neighbours?: Neighbours },
): Promise<string> {
  const question = (asked: number) =>
    rewritePassagePrompt({ request: writing.request, passage, problem, words: asked, neighbours });
  // The passage and what is put in its place are what goes on record, where it is used.
  const answer = await askForText({ ...writing, record: new EditRecord() }, { role: "review", words, question });
  const heading = /^#{2,6} .*$/m.exec(passage)?.[0];
  const text = withoutNeighbours(withoutTopHeadings(answer), neighbours);
  const lost = heading !== undefined && passage.startsWith(heading) && !/^#{2,6} /.test(text);
  return text === "" ? "" : appendLostMarks(passage, lost ? `${heading}\n\n${text}` : text);
}
