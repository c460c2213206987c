import type { Block, Document, Passage } from "../../document/document.ts";
import { replacePassages } from "../../document/edit.ts";
import { isHeading } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { sumOfWords } from "../../document/words.ts";
import { isForeign, type LanguageCount } from "../language/detect.ts";
import { areTitlesForeign, isPartlyForeign, readLanguage, shareOf, sumCounts } from "../language/reading.ts";
import { foreignProblems } from "../prompts/chapter-problems.ts";
import { mostWords } from "./fit.ts";
import { LengthCalibration } from "./length-calibration.ts";
import { rewrite } from "./rewrite.ts";
import type { Writing } from "./writing.ts";

const maxRounds = 2;
const maxPassageWords = 1000;

const languageShare = async (content: string, language: string): Promise<number> =>
  shareOf(sumCounts(await readLanguage(await openDocument(content), language)));

function passagesOf(blocks: Block[], counts: LanguageCount[], mostWords: number): Passage[] {
  const passages: Passage[] = [];
  let below = false;
  for (const [index, block] of [...blocks.entries()].reverse()) {
    const { words = 0, own = 0 } = counts[index] ?? {};
    const wanted: boolean = own < words || (below && isHeading(block.node) && !isHeading(block.node, 1));
    const open = passages[0];
    if (wanted && below && open && open.words + block.words <= mostWords)
      Object.assign(open, { start: block.start, words: open.words + block.words });
    else if (wanted) passages.unshift({ start: block.start, end: block.end, words: block.words });
    below = wanted;
  }
  return passages;
}

async function translateTitles(writing: Writing, document: Document): Promise<Document> {
  const { language = "fr" } = writing.request;
  const { source } = document;
  const titles = document.blocks.filter(({ node }) => isHeading(node) && !isHeading(node, 1));
  const nodes = titles.map(({ node }) => node);
  if (!(await areTitlesForeign(nodes, language))) return document;
  const passage = titles.map(({ start, end }) => source.slice(start, end)).join("\n\n");
  // So few words teach nothing of the model's lengths.
  const answer = await rewrite(
    { ...writing, calibration: new LengthCalibration() },
    { passage, problem: foreignProblems(language).titles, words: sumOfWords(titles) },
  );
  const lines = answer.match(/^#{2,6} .+$/gm) ?? [];
  if (lines.length !== titles.length) return document;
  const changes = titles.map((title, index) => {
    const level = /^#+/.exec(source.slice(title.start, title.end))?.[0] ?? "##";
    return { passage: title, by: `${level} ${lines[index]?.replace(/^#+ /, "")}` };
  });
  return openDocument(writing.record.record("language", source, replacePassages(source, changes)));
}

/** The share of a few short sentences cannot tell by itself. */
async function isNearer(by: string, before: string, language: string): Promise<boolean> {
  const share = await languageShare(by, language);
  if (share > (await languageShare(before, language))) return true;
  return share === 1 && (await isForeign([before], language)) && !(await isForeign([by], language));
}

export async function translate(writing: Writing, document: Document): Promise<Document> {
  const { language = "fr" } = writing.request;
  if (writing.isSmall) return document;
  let text = document;
  for (let round = 0; ; round++) {
    const counts = await readLanguage(text, language);
    if (!isPartlyForeign(sumCounts(counts))) return translateTitles(writing, text);
    if (round === maxRounds) return text;
    const changes: { passage: Passage; by: string }[] = [];
    for (const passage of passagesOf(text.blocks, counts, mostWords(writing, maxPassageWords))) {
      const before = text.source.slice(passage.start, passage.end);
      if (writing.refusals.has(before)) continue;
      const problem = foreignProblems(language).passage;
      const by = await rewrite(writing, { passage: before, problem, words: passage.words });
      if (by === "" || !(await isNearer(by, before, language))) continue;
      if (!(await writing.refusals.keepsAll(before, by, { as: "translate" }))) continue;
      changes.push({ passage, by });
    }
    if (changes.length > 0)
      text = await openDocument(writing.record.record("language", text.source, replacePassages(text.source, changes)));
  }
}
