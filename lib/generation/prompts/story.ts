import type { Bible } from "../../contract/bible.ts";
import { sentencesOf, upToLastSentence } from "../../document/sentences.ts";
import type { ToldBefore } from "../brief/origin.ts";
import { beforeSection } from "./before.ts";
import { type BibleEntry, chooseEntries, lineOf } from "./bible-entries.ts";
import { heading, type Label } from "./labels.ts";
import { colon, worded } from "./language.ts";

/** What a chapter is told of those before it, and of the book before its own, in so many characters. */
export type Story = { bible: Bible; room: number; before?: ToldBefore | undefined };

/** What of the room another book may take. */
const beforeShare = 0.25;
const minBeforeRoom = 400;

const lists: [BibleEntry["kind"], Label][] = [
  ["character", "knownCharacters"],
  ["place", "knownPlaces"],
  ["fact", "knownFacts"],
  ["thread", "openThreads"],
];
/** What of the room the last summary may take, and all of them with the bible's entries. */
const lastShare = 0.4;
const entriesShare = 0.75;

const chapterLineCharacters = 20;
const chapterLine = (language: string | undefined, chapter: number, text: string) =>
  colon(language, worded(language, { fr: `Chapitre ${chapter}`, en: `Chapter ${chapter}` }), text.replace(/\s+/g, " "));

/** The latest summaries whole as far as they fit, the last one at least in part, those before by their first sentence. */
function summaryLines(language: string | undefined, { summaries }: Bible, room: number): string[] {
  const lines: string[] = [];
  let left = room;
  for (const { chapter, text } of summaries.toSorted((one, other) => other.chapter - one.chapter)) {
    const lineFor = (said: string) => chapterLine(language, chapter, said);
    const part = lines.length === 0 ? upToLastSentence(text.slice(0, Math.max(0, left - chapterLineCharacters))) : "";
    const line = [text, part, sentencesOf(text)[0] ?? ""]
      .filter(Boolean)
      .map(lineFor)
      .find(({ length }) => length < left);
    if (line === undefined) break;
    lines.unshift(line);
    left -= line.length + 1;
  }
  return lines;
}

const order = (language: string | undefined) =>
  worded(language, {
    fr: "Ce chapitre vient à la suite : il ne contredit rien de ce qui est établi et ne raconte pas de nouveau ce qui l’a été.",
    en: "This chapter comes next: it contradicts nothing that is established and does not tell again what has been told.",
  });

/** Empty where nothing is known yet. Facts are bullets, which prose may say again; summaries are not. */
export function storySection(language: string | undefined, story: Story | undefined): string {
  if (!story) return "";
  const { bible } = story;
  const bookRoom = story.room * beforeShare;
  const book = bookRoom < minBeforeRoom ? "" : beforeSection(language, story.before, bookRoom).trim();
  const around = [
    order(language),
    heading(language, "storySoFar"),
    ...lists.map(([, label]) => heading(language, label)),
  ];
  const sizeOf = (lines: string[]) => lines.join("\n").length;
  const room = Math.max(0, story.room - sizeOf(around) - around.length - book.length);
  const last = bible.summaries.toSorted((one, other) => other.chapter - one.chapter).slice(0, 1);
  const lastSize = sizeOf(summaryLines(language, { ...bible, summaries: last }, room * lastShare));
  const entries = chooseEntries(bible, { language, room: room * entriesShare - lastSize });
  const entriesSize = sizeOf(entries.map((entry) => lineOf(language, entry)));
  const summaries = summaryLines(language, bible, room - entriesSize);
  const parts = [
    book,
    summaries.length > 0 && `${heading(language, "storySoFar")}\n${summaries.join("\n")}`,
    ...lists.map(([kind, label]) => {
      const lines = entries.filter((entry) => entry.kind === kind).map((entry) => `- ${lineOf(language, entry)}`);
      return lines.length > 0 && `${heading(language, label)}\n${lines.join("\n")}`;
    }),
  ].filter(Boolean);
  return parts.length > 0 ? `\n${parts.join("\n")}\n${order(language)}` : "";
}
