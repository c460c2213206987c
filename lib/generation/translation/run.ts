import { toOneLine } from "../../contract/text.ts";
import { replacePassages } from "../../document/edit.ts";
import { sentencesOf } from "../../document/sentences.ts";
import type { Ask } from "../models/ask.ts";
import type { CallContext } from "../models/call-context.ts";
import { type Languages, type Term, translationPrompt } from "../prompts/translation.ts";
import type { EditRecord } from "../text/edits.ts";
import { type Candidate, readTranslation } from "./answer.ts";
import type { FaultKind, RunFault } from "./faults.ts";
import { unmaskSoFar } from "./masks.ts";
import { type Original, openOriginal } from "./original.ts";
import { problemsOf } from "./problems.ts";
import { termsIn } from "./terms.ts";

/** What every question of a chapter has in common. */
export type Translating = {
  ask: Ask;
  context: CallContext;
  languages: Languages;
  position: number;
  title: string;
  bookTitle: string;
  instructions?: string | undefined;
  terms: Term[];
  labels: string;
  record: EditRecord;
  isSmall?: boolean | undefined;
};

/** A passage whose translation has a fault, by the beginning of its original; `left` is one that was left as it was. */
export type Unmet = { kind: FaultKind | "left"; start: string };
export type TranslatedRun = { text: string; unmet: Unmet[] };

/** Languages differ in how many words they need. */
const wordsPerWord = 1.25;
const maxBeforeCharacters = 300;
const startCharacters = 60;

/** @returns the beginning of a text on one line, to be told by */
export function startOf(text: string): string {
  const line = toOneLine(text).replace(/^(?:#{1,6} |[-*+>] |\d{1,9}[.)] )+/, "");
  if (line.length <= startCharacters) return line;
  const start = line.slice(0, startCharacters).toWellFormed();
  return `${start.replace(/[^\p{L}\p{N}]+[\p{L}\p{N}]*$/u, "")}…`;
}

/** The last sentences of what is translated already. */
function endOf(text: string): string {
  const sentences = sentencesOf(text.slice(text.trimEnd().lastIndexOf("\n\n") + 1).trim());
  let end = "";
  for (const sentence of sentences.reverse()) {
    if (end.length + sentence.length > maxBeforeCharacters) break;
    end = sentence + end;
  }
  return end;
}

/** A translation that was cut, or in which much is missing, cannot take the place of its original. */
const isPartial = ({ faults }: Candidate) => faults.some(({ kind }) => kind === "cut" || kind === "length");

function better(one: Candidate, other: Candidate): Candidate {
  if (isPartial(one) !== isPartial(other)) return isPartial(one) ? other : one;
  return other.faults.length < one.faults.length ? other : one;
}

type Place = { before: string; isShown?: boolean };

async function attempt(
  original: Original,
  translating: Translating,
  { before, isShown = false, after }: Place & { after?: Candidate },
): Promise<Candidate> {
  const { ask, context, labels, languages, terms, isSmall } = translating;
  const prompt = translationPrompt({
    ...translating,
    ...languages,
    terms: termsIn(original.source, terms),
    before: isSmall ? undefined : endOf(before),
    text: original.masked.text,
    problems: after ? problemsOf(original, after.faults, languages.to) : [],
  });
  const words = Math.ceil(original.words * wordsPerWord);
  const shownAs = (soFar: string) => unmaskSoFar(soFar, original.masked);
  const answer = await ask({ context, ...prompt, words, shown: isShown, shownAs });
  return readTranslation(original, answer, { labels, languages });
}

const hasFault = (faults: RunFault[], index: number) =>
  faults.some(({ block }) => block === undefined || block === index);

/** Asks again for those blocks alone that are not yet well translated, one by one. */
async function byBlocks(original: Original, best: Candidate, translating: Translating): Promise<TranslatedRun> {
  const isUsable = best.blocks.length === original.blocks.length && !isPartial(best);
  const texts: string[] = [];
  const unmet: Unmet[] = [];
  for (const [index, block] of original.blocks.entries()) {
    const found = best.blocks[index];
    if (isUsable && found && !hasFault(best.faults, index)) texts.push(best.text.slice(found.start, found.end));
    else {
      const source = original.source.slice(block.start, block.end);
      const translated = await translateRun(source, { ...translating, before: texts.at(-1) ?? "" });
      texts.push(translated.text);
      unmet.push(...translated.unmet);
    }
  }
  const changes = original.blocks.map((passage, index) => ({ passage, by: texts[index] ?? "" }));
  return { text: replacePassages(original.source, changes), unmet };
}

/** A single block keeps its translation with its faults, or stays as it was where that one would lose some of it. */
function settle(original: Original, best: Candidate): TranslatedRun {
  const start = startOf(original.source);
  if (isPartial(best)) return { text: original.source, unmet: [{ kind: "left", start }] };
  const kinds = new Set(best.faults.map(({ kind }) => kind));
  return { text: best.text, unmet: [...kinds].map((kind) => ({ kind, start })) };
}

const withoutLead = (text: string, { leadLines }: Original) => text.split("\n").slice(leadLines).join("\n");

/**
 * Asks for a translation, once more where it has a fault, then block by block.
 * @param before what is translated already @param lead stands before the text in the question alone
 */
export async function translateRun(
  source: string,
  { lead = "", before, isShown = false, ...translating }: Translating & Place & { lead?: string },
): Promise<TranslatedRun> {
  const original = await openOriginal(source, { lead, labels: translating.labels });
  if (original.blocks.length === 0) return { text: source, unmet: [] };
  const first = await attempt(original, translating, { before, isShown });
  const isFirst = first.faults.length === 0;
  const best = isFirst ? first : better(first, await attempt(original, translating, { before, after: first }));
  const isLast = best.faults.length === 0 || original.blocks.length === 1;
  if (isLast) translating.record.record("announcement", best.said, best.alone);
  const { text, unmet } = isLast ? settle(original, best) : await byBlocks(original, best, translating);
  return { text: withoutLead(text, original), unmet };
}
