import type { Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { headingAtDepth, headingsOf } from "../../document/headings.ts";
import { spanOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { endOfTitleLine } from "../text/leading-title.ts";
import { namesOf, type Writing } from "./writing.ts";

/** Parts two texts that stand under no heading. */
export const rule = "***";

/** Leaves the headings of an answer to a question that asked for none below the section's own. */
export async function demoted(text: string): Promise<string> {
  const document = await openDocument(text);
  const edits = headingsOf(document).map((heading) => {
    const { start, end } = spanOf(heading);
    return { start, end, by: headingAtDepth(text.slice(start, end), 3) };
  });
  return applyEdits(text, edits);
}

/** @param heading the section's own, where one is put above it */
export function withoutOpeningHeadings(writing: Writing, { source, blocks }: Document, heading?: string): string {
  const first = blocks.find(({ node }) => node.type !== "heading");
  const text = first ? source.slice(first.start) : "";
  const isProse = traitsOf(writing.request.genre).need !== "verse";
  const withoutLine = (body: string, title: string) =>
    body.slice(endOfTitleLine(body, { ...namesOf(writing), title }, isProse));
  const titles = heading === undefined ? [writing.title] : [writing.title, heading];
  return writing.record.record("heading", source, titles.reduce(withoutLine, text));
}

/** An answer, as it may stand under a heading that code has put there. */
export const bodyOfSection = async (writing: Writing, answer: Document): Promise<string> =>
  demoted(withoutOpeningHeadings(writing, answer));
