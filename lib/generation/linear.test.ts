import { expect, test } from "vitest";
import { bookLanguages } from "../contract/values.ts";
import type { Document } from "../document/document.ts";
import { demoteHeadings } from "../document/headings.ts";
import { openDocument } from "../document/open.ts";
import { plainBlocks } from "../document/plain.ts";
import { headsExamples, headsSeries, isLabelled } from "../document/prose/headed.ts";
import { withoutInstructions } from "../document/prose/instructions.ts";
import { proseOf } from "../document/prose/read.ts";
import { isVerse } from "../document/prose/verse.ts";
import { renderText } from "../document/render.ts";
import { findExcess } from "../document/scan.ts";
import { sectionsOf } from "../document/sections.ts";
import { quotationsOf, sentencesOf, upToLastSentence } from "../document/sentences.ts";
import { typeset, typesetText } from "../document/typeset/typeset.ts";
import { completeMarkdown, paragraphsOfDraft } from "../document/unfinished.ts";
import { wordsIn } from "../document/words.ts";
import { upToWords } from "./chapter/cut.ts";
import { withoutRepeats } from "./chapter/repeats.ts";
import { bibliography, escaped } from "./citations/bibliography.ts";
import { appendLostMarks, isOnlyMarks, settleMarks } from "./citations/marks.ts";
import { resolveCitations } from "./citations/resolve.ts";
import { tidyCitations } from "./citations/tidy.ts";
import { putBack } from "./edits/put-back.ts";
import { intrudersIn } from "./language/intruders.ts";
import { readLanguage } from "./language/reading.ts";
import { heldIn } from "./losses/held.ts";
import { findLosses } from "./losses/losses.ts";
import { namesIn } from "./losses/names.ts";
import { createExcessReader } from "./models/excess/excess.ts";
import { isRefusal } from "./models/refusal.ts";
import { withoutThoughts } from "./models/thoughts.ts";
import { readOutline } from "./outline/answer.ts";
import { allLabels } from "./prompts/labels.ts";
import { measureDuplicates } from "./quality/duplicates.ts";
import { gluedScripts } from "./quality/glued-scripts.ts";
import { measureRepetition } from "./quality/repetition.ts";
import { measureStructure } from "./quality/structure.ts";
import { measureStyle } from "./quality/style/style.ts";
import { measureAgainst } from "./quality/voice.ts";
import { createPageCiter } from "./research/addresses.ts";
import { findFaults } from "./review/faults.ts";
import { withoutAlikeItems } from "./text/alike-items.ts";
import { normalizeChapter, unwrap } from "./text/chapter-text.ts";
import { withoutAnnouncement, withoutOffer } from "./text/courtesies.ts";
import { endsMidSentence } from "./text/ending.ts";
import { tidyHeadings, withoutBlankLines } from "./text/headings.ts";
import { withoutLeadingTitle } from "./text/leading-title.ts";
import { withoutLengthNotes } from "./text/length-note.ts";
import { withoutRestartedItems } from "./text/restarted-items.ts";
import { withoutScaffolding } from "./text/scaffolding.ts";

const atoms = [
  ..."[S1]|„|'a|\n—|# a\n|« |“|\"|'| |\t|\u00a0|*a_ |**a |_a_ |- |- a\n|- a\n\n|> |> a\n|>|1. |`|``a|```\n".split("|"),
  ..."|,|a,|a|b\n|-|-|\n".split(","),
  ...["$", "$a ", "$$\n", "(", ")", "\\(", "\\[", "[", "]", "[a](", "](u)", "![", "[^1]", "[^1]: a\n", "[a]: b\n"],
  ...["<", "<a ", "<!--", "</b>", "&", "&amp;", "\\", "~~a ", "a@", "www.", "http://", "http://a.", ":", "!", "..."],
  ...[
    "a\n=\n",
    "---\n",
    "a\n\n",
    "a\n",
    "\n",
    "a",
    "a ",
    "Mot. ",
    "…",
    "— ",
    "Sources\n",
    "## Sources\n",
    "mot-",
    "重",
    "chapitre 1, «",
    "1 ",
    "{",
    "|",
  ],
];
const otherLanguages = bookLanguages.slice(1);
const filled = (atom: string, length: number) => atom.repeat(Math.ceil(length / atom.length)).slice(0, length);

const sources = [{ number: 1, url: "https://a.fr", title: "A", retrievedAt: new Date(0) }];
const known = new Set([1]);
const plan = (title: string) => ({ title, description: title, key_points: [title], defines: [], elsewhere: [] });
const brief = { topic: "a", goal: "a", language: "fr", words: 300 };

const ofText: Record<string, (text: string) => unknown> = {
  findExcess,
  plainBlocks,
  wordsIn,
  sentencesOf,
  upToLastSentence,
  quotationsOf,
  completeMarkdown,
  paragraphsOfDraft,
  typesetText,
  ...Object.fromEntries(
    otherLanguages.map((language) => [`typesetText (${language})`, (text: string) => typesetText(text, language)]),
  ),
  withoutAnnouncement,
  withoutOffer,
  unwrap,
  withoutBlankLines,
  escaped,
  isRefusal,
  isVerse,
  headsSeries,
  headsExamples,
  isLabelled,
  withoutInstructions,
  namesIn,
  intrudersIn: (text) => intrudersIn(text, "fr"),
  withoutThoughts,
  excess: (text) => createExcessReader("answer", { isShaped: false, written: text })(text),
  settleMarks: (text) => settleMarks(text, known),
  isOnlyMarks,
  createPageCiter: createPageCiter(sources),
  appendLostMarks: (text) => appendLostMarks("[S1] [S2]", text),
  bibliography: (text) => bibliography([{ number: 1, url: text, title: text, retrievedAt: new Date(0) }], "fr"),
  putBack: (text) =>
    putBack(text, { before: "mot", after: "", lead: text.slice(0, 1000), trail: text.slice(1000, 2000) }),
  readOutline: (text) => readOutline({ title: text, chapters: [plan(text)] }, brief),
  renderText: (text) => renderText(text, { title: "a", plain: false }),
};

const asked = {
  system: "Tu écris.",
  prompt: "Sujet : a\n\nPoints clés :\n- a b",
  authorTexts: ["a"],
  labels: allLabels,
};
const outline = { title: "a", chapters: [{ ...plan("a"), words: 300, defines: [{ term: "mot", definition: "a" }] }] };
const ofDocument: Record<string, (document: Document) => unknown> = {
  demoteHeadings,
  sectionsOf,
  typeset,
  upToWords: (document) => upToWords(document, document.words / 2),
  withoutRepeats: (document) => withoutRepeats(document, document),
  gluedScripts,
  withoutLeadingTitle: (document) => withoutLeadingTitle(document, { title: "a" }),
  normalizeChapter: ({ source }) => normalizeChapter(source, { title: "a", bookTitle: "a", plan: ["a"] }),
  withoutLengthNotes: (document) => withoutLengthNotes(document, "environ 300 mots"),
  withoutScaffolding: (document) => withoutScaffolding(document, asked),
  tidyHeadings: (document) => tidyHeadings(document, (title) => title === "a"),
  tidyCitations: (document) => tidyCitations(document, sources),
  resolveCitations: (document) => resolveCitations(document, { sources, language: "fr" }),
  endsMidSentence: ({ source }) => endsMidSentence(source),
  measureRepetition: (document) => measureRepetition([{ position: 1, document }]),
  measureDuplicates: (document) => measureDuplicates([{ position: 1, document }]),
  proseOf,
  readLanguage: (document) => readLanguage(document, "fr"),
  findLosses: (document) => findLosses(document, document, { as: "reword", elsewhere: [heldIn(document)] }),
  lossesOfAll: (document) => findLosses(document, { ...document, blocks: [] }, { as: "shorten" }),
  withoutAlikeItems,
  withoutRestartedItems,
  measureStructure: (document) => measureStructure([{ position: 1, document }]),
  measureStyle: (document) => measureStyle([{ position: 1, document }], "fr"),
  measureAgainst: (document) => measureAgainst({ name: "a", avoided: ["a", "a a"] }, [{ position: 1, document }], "fr"),
  findFaults: (document) => {
    const chapter = { position: 1, title: "a", wordCount: document.words, document };
    return findFaults([chapter, { ...chapter, position: 2 }], { outline, language: "fr", maxRepeatedShare: 0.01 });
  },
};

const timeoutMs = 300_000;

const usedMs = () => process.threadCpuUsage().user / 1000;
/** The processor time of this thread, the threads that parse apart, in milliseconds. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = usedMs();
  await work();
  return usedMs() - before;
}

const short = 15_000;
const long = 60_000;
/** Shorter times cannot be told from other work of the process. */
const minMs = 10;

const maxRounds = 5;

/**
 * Measures the short text only where the long one takes a time that can be told from other work, and again what seems too
 * slow: a compilation or a collection of garbage only adds to a time, so that the least of each counts.
 */
async function isLinear(
  work: (length: number) => unknown,
  { isComparable = true } = {},
): Promise<{ fast: boolean; times: number[] }> {
  let [before, after] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < maxRounds; round++) {
    after = Math.min(after, await timeOf(() => work(long)));
    if (after <= 6 * minMs) return { fast: true, times: [after] };
    before = Math.min(before, await timeOf(() => work(short)));
    const isInProportion = !isComparable || after <= 6 * Math.max(minMs, before);
    if (after <= 1000 && isInProportion) return { fast: true, times: [before, after] };
  }
  return { fast: false, times: [before, after] };
}

test.each(Object.keys(ofText))(
  "%s prend pour quatre fois plus de texte six fois plus de temps au plus, et une seconde",
  async (name) => {
    const slow: string[] = [];
    for (const atom of atoms) {
      const { fast, times } = await isLinear((length) => ofText[name]?.(filled(atom, length)));
      if (!fast) slow.push(`${JSON.stringify(atom)} : ${times.map(Math.round).join(" → ")} ms`);
    }
    expect(slow).toEqual([]);
  },
  timeoutMs,
);

/** Both threads parse, before anything is measured. */
async function openAll(): Promise<(atom: string, length: number) => Document> {
  const all = atoms.flatMap((atom) => [short, long].map((length) => ({ atom, length })));
  const keyOf = (atom: string, length: number) => `${length} ${atom}`;
  const open = async ({ atom, length }: (typeof all)[number]) =>
    [keyOf(atom, length), await openDocument(filled(atom, length))] as const;
  const documents = new Map(await Promise.all(all.map(open)));
  return (atom, length) => {
    const document = documents.get(keyOf(atom, length));
    if (!document) throw new Error(`${keyOf(atom, length)} n’est pas lu`);
    return document;
  };
}
let opening: ReturnType<typeof openAll> | undefined;

test.each(Object.keys(ofDocument))(
  "%s : de même sur un texte lu",
  async (name) => {
    const slow: string[] = [];
    opening ??= openAll();
    const documentOf = await opening;
    for (const atom of atoms) {
      // A text that exceeds the bounds of the parser is one of another kind, of paragraphs where the short one has none.
      const isComparable = documentOf(atom, short).plain === documentOf(atom, long).plain;
      const work = (length: number) => ofDocument[name]?.(documentOf(atom, length));
      const { fast, times } = await isLinear(work, { isComparable });
      if (!fast) slow.push(`${JSON.stringify(atom)} : ${times.map(Math.round).join(" → ")} ms`);
    }
    expect(slow).toEqual([]);
  },
  timeoutMs,
);
