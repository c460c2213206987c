import { stringify } from "yaml";
import { demoteHeadings } from "../../document/headings.ts";
import { isHeading, textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { citesSources } from "../links.ts";
import { dayOf, digitalSourceType, type Edition } from "./edition.ts";
import { labelsIn } from "./labels.ts";

async function toChapter({ title, content }: { title: string; content: string }): Promise<string> {
  const document = await openDocument(content);
  const first = document.blocks[0]?.node;
  const titled = first !== undefined && isHeading(first, 1) && textOf(first).trim() !== "";
  return `${titled ? "" : `## ${title}\n\n`}${demoteHeadings(document).trim()}`;
}

/** Names its fields as pandoc and site generators do. */
function frontMatter({ book_title, topic, language, generated_at, byModel }: Edition): string {
  const fields = {
    title: book_title,
    subject: topic,
    lang: language,
    date: dayOf(generated_at),
    ...(byModel && { digital_source_type: digitalSourceType }),
  };
  return `---\n${stringify(fields, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" })}---`;
}

/** The goal is the introduction; the last words say so when the book cites nothing. */
export async function toMarkdown(edition: Edition): Promise<string> {
  const { book_title, goal, language } = edition;
  const silent = edition.chapters.length === 0 || citesSources(edition.chapters);
  const colophon = silent ? [] : ["---", `*${labelsIn[language].noSource}*`];
  const chapters: string[] = [];
  for (const chapter of edition.chapters) chapters.push(await toChapter(chapter));
  const parts = [frontMatter(edition), `# ${book_title}`, goal, ...chapters, ...colophon];
  return `${parts.map((part) => part.trim()).join("\n\n")}\n`;
}
