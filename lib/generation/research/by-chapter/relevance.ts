import { similarity } from "../../../document/similarity.ts";
import { detectLanguage } from "../../language/detect.ts";
import { contentWordsOf } from "../../text/content-words.ts";
import { isKeywordList, isOrder, stemOf } from "../grounds.ts";

/** What a chapter is documented on. */
export type About = { topic: string; chapter: string; questions: string[]; language: string };

type Page = { title: string; text: string };

const stemsOf = (text: string) => new Set(contentWordsOf(text).map(stemOf));

/**
 * What is asked of a page: words of its chapter in one passage and its title, of which the subject's own words stand for some;
 * and a share of the best page's score.
 */
const least = { words: 3, score: 0.1 };
const wordsOfSubject = 2;

/** What is near each other is judged together. */
const passageCharacters = 700;

/** Cuts a text at its lines and, where they are long, between sentences. */
export function passagesOf(text: string): string[] {
  const passages: string[] = [];
  for (const sentence of text.split(/\n+|(?<=[.!?…])\s+/)) {
    const last = passages.at(-1);
    if (sentence.trim() === "" || isKeywordList(sentence)) continue;
    if (last !== undefined && last.length + sentence.length < passageCharacters)
      passages[passages.length - 1] = `${last} ${sentence.trim()}`;
    else passages.push(sentence.trim());
  }
  return passages;
}

type Weights = (stem: string) => number;

/** Makes a word that every page holds weigh less than one that tells them apart. */
function weighIn(pages: ReadonlySet<string>[]): Weights {
  const known = new Map<string, number>();
  for (const stems of pages) for (const stem of stems) known.set(stem, (known.get(stem) ?? 0) + 1);
  return (stem) => Math.log(1 + (pages.length + 1) / ((known.get(stem) ?? 0) + 1));
}

const heldIn = (wanted: ReadonlySet<string>, there: ReadonlySet<string>) =>
  [...wanted].filter((stem) => there.has(stem));
const weightOf = (stems: Iterable<string>, weigh: Weights) => [...stems].reduce((sum, stem) => sum + weigh(stem), 0);

/** The words of a chapter and of its questions, beside those of the subject: every chapter has these. */
function wordsAsked({ topic, chapter, questions }: About): { subject: Set<string>; asked: Set<string> } {
  const subject = stemsOf(topic);
  const all = stemsOf([chapter, ...questions].join(" "));
  const asked = new Set([...all].filter((stem) => !subject.has(stem)));
  return { subject, asked: asked.size > 0 ? asked : all };
}

/** Orders what searches found by what their titles and snippets say of the chapter; equals keep their order. */
export function mostPromising<Of extends { title: string; snippet: string }>(found: Of[], about: About): Of[] {
  const said = found.map((one) => ({ one, stems: stemsOf(`${one.title} ${one.snippet}`) }));
  const weigh = weighIn(said.map(({ stems }) => stems));
  const { asked } = wordsAsked(about);
  const scored = said.map(({ one, stems }) => ({ one, score: weightOf(heldIn(asked, stems), weigh) }));
  return scored.sort((one, other) => other.score - one.score).map(({ one }) => one);
}

/** Books on models may need the pages that others are better without. */
const speaksOfModels = /prompt|inject|consigne|instruction|modèles? de langage|language models?/iu;

/** A page that gives a model orders, or names itself for engines, is believed in nothing. */
export const isTrusted = ({ title, text }: Page, { topic, chapter }: Pick<About, "topic" | "chapter">) =>
  !isKeywordList(title) && (speaksOfModels.test(`${topic} ${chapter}`) || !text.split("\n").some(isOrder));

type Judged<Of extends Page> = { page: Of; score: number; passages: { text: string; score: number }[] };

async function isForeign({ text }: Page, { language }: About): Promise<boolean> {
  const detected = await detectLanguage(text);
  return detected !== undefined && detected !== language;
}

/** @returns the pages on the subject of which a passage speaks of the chapter's matter, the best first */
export async function judgePages<Of extends Page>(read: Of[], about: About): Promise<Judged<Of>[]> {
  const pages = read
    .filter((page) => isTrusted(page, about))
    .map((page) => ({ page, stems: stemsOf(`${page.title} ${page.text}`) }));
  const weigh = weighIn(pages.map(({ stems }) => stems));
  const { subject, asked } = wordsAsked(about);
  const judged: Judged<Of>[] = [];
  for (const { page, stems } of pages) {
    const passages = passagesOf(page.text).map((text) => {
      const held = heldIn(asked, stemsOf(`${page.title} ${text}`));
      return { text, words: held.length, score: weightOf(held, weigh) };
    });
    const best = Math.max(0, ...passages.map(({ words }) => words));
    const share = subject.size === 0 ? 1 : heldIn(subject, stems).length / subject.size;
    const speaks = best + wordsOfSubject * share >= least.words;
    // In another language few words are alike: what the engine found is believed where any is.
    const isKept = speaks || (best + share > 0 && (await isForeign(page, about)));
    if (isKept) judged.push({ page, passages, score: Math.max(...passages.map(({ score }) => score), 0) });
  }
  const best = Math.max(0, ...judged.map(({ score }) => score));
  return judged.filter(({ score }) => score >= least.score * best).sort((one, other) => other.score - one.score);
}

/** The passages of a page that say most of what is asked, in the page's order, up to so many characters. */
export function excerptOf({ passages }: Judged<Page>, maxCharacters: number): string {
  let left = maxCharacters;
  const chosen = new Set<{ text: string }>();
  for (const passage of passages.toSorted((one, other) => other.score - one.score)) {
    if (chosen.size > 0 && passage.text.length > left) continue;
    chosen.add(passage);
    left -= passage.text.length + 1;
  }
  return passages
    .filter((passage) => chosen.has(passage))
    .map(({ text }) => text)
    .join("\n")
    .slice(0, maxCharacters)
    .toWellFormed();
}

/** From this similarity on, one page is a copy of the other, with another head or foot. */
const copySimilarity = 0.6;

/** Leaves out copies of pages that stand before them. */
export function withoutCopies<Of>(pages: Of[], textOf: (page: Of) => string): Of[] {
  const sentences = (page: Of) =>
    new Set(
      textOf(page)
        .split(/\n+|(?<=[.!?…])\s+/)
        .map((one) => one.trim()),
    );
  const kept: { one: Of; said: Set<string> }[] = [];
  for (const one of pages) {
    const said = sentences(one);
    if (!kept.some((other) => similarity(other.said, said) >= copySimilarity)) kept.push({ one, said });
  }
  return kept.map(({ one }) => one);
}
