import { lengthTolerance } from "../../contract/quality-limits.ts";
import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { upToLastSentence } from "../../document/sentences.ts";
import { authorTexts, type BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { Documentation } from "../citations/source.ts";
import { tidyCitations } from "../citations/tidy.ts";
import { Refusals } from "../losses/refusals.ts";
import type { Ask, Question } from "../models/ask.ts";
import type { Role } from "../models/call-context.ts";
import { allLabels } from "../prompts/labels.ts";
import type { Story } from "../prompts/story.ts";
import { withoutAlikeItems } from "../text/alike-items.ts";
import { unwrap } from "../text/chapter-text.ts";
import { withoutContentLabels } from "../text/content-label.ts";
import { withoutOffersInside } from "../text/courtesies.ts";
import { EditRecord } from "../text/edits.ts";
import { type ChapterNames, withoutLeadingTitle } from "../text/leading-title.ts";
import { withoutLengthNotes } from "../text/length-note.ts";
import { withoutRestartedItems } from "../text/restarted-items.ts";
import { withoutScaffolding } from "../text/scaffolding.ts";
import { askToTheEnd } from "./continuation.ts";
import { upToWords } from "./cut.ts";
import { fitToWindow } from "./fit.ts";
import { LengthCalibration } from "./length-calibration.ts";

export type Writing = Documentation & {
  ask: Ask;
  /** `words` is the chapter's budget, without what is added to it later. */
  request: BookBrief;
  outline: BookOutline;
  position: number;
  title: string;
  /** The model holds little at once: sections are asked for one by one, and little is corrected. */
  isSmall?: boolean;
  calibration: LengthCalibration;
  record: EditRecord;
  refusals: Refusals;
  /** What the chapters before this one have set, where the writer is to hold to it. */
  story?: Story | undefined;
  /** The tokens that a prompt and its answer share, where the model's server says. */
  window?: number | undefined;
};

export function beginWriting(
  request: Writing["request"],
  tools: Omit<Writing, "request" | "title" | "calibration" | "record" | "refusals">,
): Writing {
  const title = tools.outline.chapters[tools.position - 1]?.title ?? "";
  const calibration = new LengthCalibration();
  return { ...tools, request, title, calibration, record: new EditRecord(), refusals: new Refusals() };
}

/** What the text of a chapter may say again of itself. */
export function namesOf({ title, outline, position }: Pick<Writing, "title" | "outline" | "position">): ChapterNames {
  const { description = "", key_points = [] } = outline.chapters[position - 1] ?? {};
  return { title, bookTitle: outline.title, plan: [description, ...key_points] };
}

/** A fence left open would make code of all that follows. */
function closeFence(text: string): string {
  const fences = text.match(/^(?:`{3,}|~{3,})/gm) ?? [];
  return fences.length % 2 === 0 ? text : `${text}\n${fences.at(-1)}`;
}

/** A text without an end has none to keep: it is shortened for nothing, where another call would have to be paid. */
async function shortened(document: Document, words: number): Promise<Document> {
  const start = upToWords(document, Math.round(words * (1 + lengthTolerance / 2)));
  return start === "" ? document : openDocument(start);
}

/** `fitted` says less of the book where the window is small. */
type AskFor = (words: number, fitted: Writing) => Omit<Question, "context" | "shown">;

/** @param shown whether readers see the answer, as the next text of the chapter, while it comes */
export async function askForText(
  writing: Writing,
  {
    role = "chapter",
    words,
    shown = false,
    question,
  }: { role?: Role; words: number; question: AskFor; shown?: boolean },
): Promise<Document> {
  const { request, outline, position, title, calibration, record } = writing;
  const asked = calibration.wordsToAsk(words);
  const context = { role, request: { ...request, outline, position } };
  const prompt = fitToWindow(writing, asked, (fitted) => question(asked, fitted));
  const whole: Question = { context, shown, words: asked, ...prompt };
  const answer = await (writing.isSmall
    ? writing.ask(whole)
    : askToTheEnd(writing.ask, whole, { title, words: asked, record }));
  const ended = answer.ended === "cut" ? upToLastSentence(answer.text) : answer.text;
  const text = closeFence(record.record("cut", answer.text, ended));
  const unwrapped = await openDocument(record.record("announcement", text, unwrap(text)));
  const bare = record.record("announcement", unwrapped.source, withoutOffersInside(unwrapped));
  const uncounted = withoutLengthNotes(await openDocument(bare), prompt.prompt);
  const unlabelled = withoutContentLabels(await openDocument(uncounted));
  const plain = withoutScaffolding(await openDocument(unlabelled), {
    ...prompt,
    authorTexts: authorTexts(request),
    labels: allLabels,
  });
  const answered = await openDocument(record.record("prompt", bare, plain));
  const untitled = await withoutLeadingTitle(answered, namesOf(writing), record);
  const tidy = await tidyCitations(untitled, writing.sources);
  record.record("citation", untitled.source, tidy.source);
  calibration.record({ asked, written: tidy.words, ended: answer.ended });
  const unlike = await openDocument(record.record("repeat", tidy.source, withoutAlikeItems(tidy)));
  const fresh = await openDocument(record.record("repeat", unlike.source, withoutRestartedItems(unlike)));
  if (answer.ended !== "too-long") return fresh;
  const fitting = await shortened(fresh, words);
  record.record("length", fresh.source, fitting.source);
  return fitting;
}
