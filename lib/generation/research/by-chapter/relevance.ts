import { similarity } from "../../../document/similarity.ts";
import { detectLanguage } from "../../language/detect.ts";
import { contentWordsOf } from "../../text/content-words.ts";
import { isOrder, stemOf } from "../grounds.ts";

/** What a chapter is documented on. */
export type About = { topic: string; chapter: string; questions: string[]; language: string };

type Page = { title: string; text: string };

const stemsOf = (text: string) => new Set(contentWordsOf(text).map(stemOf));

/** The share of what is asked that one passage has to hold; in another language few words are alike. */
const leastShare = { own: 0.5, foreign: 0.15 };

/** What is near each other is judged together. */
const passageCharacters = 700;

/** Cuts a text at its lines and, where they are long, between sentences. */
export function passagesOf(text: string): string[] {
  const passages: string[] = [];
  for (const sentence of text.split(/\n+|(?<=[.!?…])\s+/)) {
    const last = passages.at(-1);
    if (sentence.trim() === "" || isOrder(sentence)) continue;
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

function shareOf(wanted: ReadonlySet<string>, there: ReadonlySet<string>, weigh: Weights): number {
  let held = 0;
  let all = 0;
  for (const stem of wanted) {
    all += weigh(stem);
    if (there.has(stem)) held += weigh(stem);
  }
  return all === 0 ? 0 : held / all;
}

type Judged<Of extends Page> = { page: Of; score: number; passages: { text: string; score: number }[] };

async function isForeign({ text }: Page, { language }: About): Promise<boolean> {
  const detected = await detectLanguage(text);
  return detected !== undefined && detected !== language;
}

/** @returns the pages of which a passage answers a question or speaks of the chapter's matter, the best first */
export async function judgePages<Of extends Page>(pages: Of[], about: About): Promise<Judged<Of>[]> {
  const weigh = weighIn(pages.map(({ title, text }) => stemsOf(`${title} ${text}`)));
  const subject = stemsOf(about.topic);
  const asked = [...about.questions, about.chapter].map(stemsOf).filter(({ size }) => size > 0);
  const judged: Judged<Of>[] = [];
  for (const page of pages) {
    const passages = passagesOf(page.text).map((text) => {
      const there = stemsOf(`${page.title} ${text}`);
      const best = Math.max(0, ...asked.map((wanted) => shareOf(wanted, there, weigh)));
      return { text, score: subject.size === 0 ? best : (3 * best + shareOf(subject, there, weigh)) / 4 };
    });
    const score = Math.max(0, ...passages.map((one) => one.score));
    const least = (await isForeign(page, about)) ? leastShare.foreign : leastShare.own;
    if (score >= least) judged.push({ page, score, passages });
  }
  return judged.sort((one, other) => other.score - one.score);
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
export function withoutCopies<Of extends { page: Page }>(judged: Of[]): Of[] {
  const sentences = ({ page }: Of) => new Set(page.text.split(/\n+|(?<=[.!?…])\s+/).map((one) => one.trim()));
  const kept: { one: Of; said: Set<string> }[] = [];
  for (const one of judged) {
    const said = sentences(one);
    if (!kept.some((other) => similarity(other.said, said) >= copySimilarity)) kept.push({ one, said });
  }
  return kept.map(({ one }) => one);
}
