import { demoChapterWords, demoNotice } from "../../../contract/demo.ts";
import { countOf, cutToWords } from "./cut.ts";
import { writeOutline } from "./outline.ts";
import { pagesOfOutline, type Request } from "./plan.ts";
import { escapeMarkdown, onOneLine, quotable, shorten } from "./typed.ts";

/** A short topic comes in every chapter; with eight words, those around it included, it would be a repetition. */
const limits = {
  topic: { characters: 160 },
  "short-topic": { characters: 60, words: 6 },
  goal: { characters: 160 },
  description: { characters: 400 },
};

const note = `*${demoNotice} Ses chapitres ont environ ${demoChapterWords} mots au plus et n’avancent aucun fait sur le sujet.*`;

function fill(text: string, { topic, goal }: Request): string {
  const typed = { topic, "short-topic": topic, goal };
  return text.replace(/\{(topic|short-topic|goal)\}/g, (_, slot: keyof typeof typed) =>
    quotable(typed[slot], limits[slot]),
  );
}

/** Under a title that no page has, a page is announced by the outline's description. */
export function writeChapter(request: Request): string {
  const outline = request.outline ?? writeOutline(request);
  const index = (request.position ?? 1) - 1;
  const page = pagesOfOutline(request, outline)[index];
  const { title, description } = outline.chapters[index] ?? { title: page?.title ?? "", description: "" };
  const isForeign = title !== page?.title && description.trim() !== "";
  const before = isForeign ? [escapeMarkdown(shorten(onOneLine(description), limits.description))] : [];
  const after = index === 0 ? [note] : [];
  const wordsAround = countOf([title, ...before, ...after].join(" "));
  const body = cutToWords(fill(page?.text ?? "", request), Math.min(request.words, demoChapterWords) - wordsAround);
  return `${[`# ${title}`, ...before, body, ...after].join("\n\n")}\n`;
}
