import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { withHeadings } from "./bold-headings.ts";
import { withoutChapterAnnouncement } from "./chapter-announcement.ts";
import { withoutAnnouncement, withoutOffer } from "./courtesies.ts";
import { EditRecord } from "./edits.ts";
import { withoutFrontMatter } from "./front-matter.ts";
import { tidyHeadings, withoutBlocks } from "./headings.ts";
import { type ChapterNames, isTitle, withoutLeadingTitle } from "./leading-title.ts";
import { findPlanList } from "./plan-list.ts";

const opening = /^(`{3,}|~{3,})[ \t]*(?:markdown|md|text)?[ \t]*\n/;

function insideFence(text: string): string | undefined {
  const [line, fence] = opening.exec(text) ?? [];
  const end = text.trimEnd();
  if (line === undefined || fence === undefined || !end.endsWith(`\n${fence}`)) return undefined;
  return end.slice(line.length, Math.max(line.length, end.length - fence.length - 1));
}

const isRule = (line: string) => /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(line);
const isText = (line: string) => line.trim() !== "" && !isRule(line);

/** A rule parts two texts: at either end there is nothing to part. */
function withoutOuterRules(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex(isText);
  const edge = [...lines.slice(0, first), ...lines.slice(lines.findLastIndex(isText) + 1)];
  return first < 0 || !edge.some(isRule) ? text : lines.slice(first, lines.findLastIndex(isText) + 1).join("\n");
}

/** A model that quotes its answer may be cut before it closes the quotation: one mark alone closes nothing. */
const withoutLoneQuote = (text: string): string => (/^["“][^"“”]*$/.test(text) ? text.slice(1) : text);

/** Drops an announcement before a text, an offer after it, and what is around it: a fence, rules, fields that describe it. */
export function unwrap(text: string): string {
  let body = text
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .trim();
  for (let round = 0; round < 3; round++) {
    const next = (
      insideFence(body) ?? withoutOffer(withoutAnnouncement(withoutOuterRules(withoutFrontMatter(body))))
    ).trim();
    if (next === body || next === "") break;
    body = next;
  }
  return withoutLoneQuote(body);
}

/** Puts one H1, the outline's title, first; the sections below it have a text and leave no level out. */
export async function normalizeChapter(
  text: string,
  names: ChapterNames,
  record: EditRecord = new EditRecord(),
): Promise<Document> {
  const plain = text.replaceAll("\r\n", "\n");
  const unwrapped = await openDocument(record.record("announcement", plain, unwrap(plain)));
  const untitled = await withoutLeadingTitle(unwrapped, names, record);
  const body = record.record("announcement", untitled.source, withoutAnnouncement(untitled.source));
  const read = body === untitled.source ? untitled : await withoutLeadingTitle(await openDocument(body), names, record);
  const begun = await withoutChapterAnnouncement(read, names);
  record.record("announcement", read.source, begun.source);
  const bare = withoutBlocks(begun, findPlanList(begun, names.plan ?? []));
  const headed = withHeadings(await openDocument(record.record("prompt", begun.source, bare)));
  const document = await openDocument(record.record("heading", bare, headed));
  const tidy = await tidyHeadings(document, (heading) => isTitle(heading, names), record);
  // A heading that went leaves the rule that stood before it.
  return openDocument(`# ${names.title}\n\n${withoutOuterRules(tidy)}`.trim());
}
