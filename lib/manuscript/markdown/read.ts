import { toOneLine } from "../../contract/text.ts";
import { createSum, refuseTooLarge, toChapter } from "../chapter.ts";
import type { Manuscript, ManuscriptChapter } from "../manuscript.ts";
import { planChapters } from "../plan.ts";
import { shareDefinitions } from "./definitions.ts";
import { readFrontMatter } from "./front-matter.ts";
import { headingsIn, type SourceHeading } from "./headings.ts";
import { linesOf } from "./lines.ts";
import { raiseHeadings } from "./raise.ts";
import { fromMarkdownTitle } from "./title.ts";

type Part = { heading?: SourceHeading; source: string };

/** Cuts a text before each heading that begins a chapter, and takes the title of the book out of it. */
function cut(source: string): { title?: string; parts: Part[] } {
  const headings = headingsIn(linesOf(source)).filter(({ text }) => text.trim() !== "");
  const plan = planChapters(headings);
  const title = plan.title === undefined ? undefined : headings[plan.title];
  const starts = plan.starts.flatMap((at) => headings[at] ?? []);
  const [first] = starts;
  const before = source.slice(0, first?.start);
  const opening = title ? before.slice(0, title.start) + before.slice(title.end) : before;
  const chapters = starts.map(
    (heading, at): Part => ({ heading, source: source.slice(heading.start, starts[at + 1]?.start) }),
  );
  return { ...(title && { title: title.text }), parts: [{ source: opening }, ...chapters] };
}

/** Keeps its text as it is written, but for the levels of headings and the places of notes. @throws {Refused} */
export async function readMarkdown(text: string): Promise<Manuscript> {
  refuseTooLarge(text);
  const { title: described, language, body } = readFrontMatter(text.replace(/\r\n?/g, "\n"));
  const { title, parts } = cut(body);
  const check = createSum();
  const shared = shareDefinitions(
    parts.map(({ source }) => source),
    (content) => check({ content }),
  );
  const add = createSum();
  const chapters: ManuscriptChapter[] = [];
  for (const [index, source] of shared.entries()) {
    if (source.trim() === "") continue;
    const heading = parts[index]?.heading;
    const content = await raiseHeadings(source, heading?.level ?? 1);
    const own = heading && (await fromMarkdownTitle(heading.text));
    chapters.push(await toChapter({ title: own, content }, add));
  }
  const named = title === undefined ? described : toOneLine(await fromMarkdownTitle(title));
  return {
    type: "markdown",
    ...(named && { title: named }),
    ...(language && { language }),
    chapters,
    pictures: [],
    picturesLeftOut: 0,
  };
}
