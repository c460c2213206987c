import { textBlocksOf, textOf } from "../document/nodes.ts";
import { plainBlocks } from "../document/plain.ts";
import { blocksOf } from "../document/tree.ts";
import { readFrontMatter } from "../manuscript/markdown/front-matter.ts";
import { headingsIn } from "../manuscript/markdown/headings.ts";
import { linesOf } from "../manuscript/markdown/lines.ts";
import { fromMarkdownTitle } from "../manuscript/markdown/title.ts";
import type { Section } from "./reference.ts";

const between = " › ";

/** Each is parsed by itself: a text with more of them is no document with headings. */
const maxHeadings = 5000;

/** The blank lines of a text are all that it says of its parts. */
export const sectionsOfText = (text: string): Section[] => [
  { paragraphs: plainBlocks(text.replace(/\r\n?/g, "\n")).map(({ node }) => textOf(node)) },
];

/** The call of a note whose text may stand in another part: alone, it would be read as words. */
const noteCall = /\[\^[^\s[\]]{1,255}\](?!:)/g;

async function paragraphsOf(source: string): Promise<string[]> {
  const { blocks } = await blocksOf(source.replace(noteCall, ""), false);
  return blocks.flatMap(({ node }) => textBlocksOf(node).map(textOf));
}

/** A heading and those above it: « Les marais › Le sel ». */
async function sectionsOf(source: string): Promise<Section[]> {
  const headings = headingsIn(linesOf(source)).filter(({ text }) => text.trim() !== "");
  if (headings.length > maxHeadings) return sectionsOfText(source);
  const sections: Section[] = [{ paragraphs: await paragraphsOf(source.slice(0, headings[0]?.start)) }];
  const above: { level: number; title: string }[] = [];
  for (const [index, { level, text, end }] of headings.entries()) {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    above.push({ level, title: await fromMarkdownTitle(text) });
    const place = above.map(({ title }) => title).join(between);
    sections.push({ place, paragraphs: await paragraphsOf(source.slice(end, headings[index + 1]?.start)) });
  }
  return sections;
}

/** Reads the text alone, without markup. What exceeds the bounds of the parser is read as plain text. */
export async function sectionsOfMarkdown(text: string): Promise<{ title?: string; sections: Section[] }> {
  const { title, body } = readFrontMatter(text.replace(/\r\n?/g, "\n"));
  return { sections: await sectionsOf(body), ...(title && { title }) };
}
