import type { Nodes } from "mdast";
import { foldText } from "../../contract/outline.ts";
import type { Document } from "../../document/document.ts";
import { isHeading } from "../../document/nodes.ts";
import { sentencesOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";

/** `isContent`: the text may say what stands behind it in the prompt. */
export type PromptLabel = { text: string; isUnmistakable: boolean; isContent: boolean };

/** What was asked, and the texts in it that are the author's own: those may stand in the book. */
export type Asked = { system: string; prompt: string; authorTexts: string[]; labels: readonly PromptLabel[] };

const minSentenceWords = 7;
const quotedBlock = /^"""$[\s\S]*?^"""$/gm;
const given = /^<(notes|documents)>$[\s\S]*?^<\/\1>$/gm;
const marks = /^[\s#>*_\-+\d.)]+|(?<![\s*_])[\s*_]+$/g;

/** A key point that is a label is asked for with what it is about: « Responsables, à propos de « La tour » ». */
const subject = /, [^,«“„"]{1,40} [«“„"][^,]{1,300}$/u;

/** An entry of the bible is told with the chapter that set it. */
const setIn = / \((?:chapitre|chapter) \d{1,2}\)$/u;

const keyOf = (sentence: string) => wordsIn(sentence.toLocaleLowerCase("fr")).join(" ");

const isBullet = (line: string) => /^\s*[-*•] /.test(line);

/**
 * The sentences of a prompt that are ours or the plan's: a book says none of them. What the chapter has to say (the key
 * points) it may say in the same words, but not as our list of them.
 */
function sentencesAsked({ system, prompt, authorTexts, labels }: Asked): {
  sentences: Set<string>;
  bullets: Set<string>;
} {
  const authors = new Set(authorTexts.flatMap((text) => [text, ...sentencesOf(text)].map(keyOf)));
  const contents = labels.filter((label) => label.isContent).map(({ text }) => text);
  const isContent = (line: string) =>
    contents.some((label) => line.startsWith(`${label} :`) || line.startsWith(`${label}:`));
  const lines = `${system}\n${prompt.replace(quotedBlock, "").replace(given, "")}`.split("\n");
  const sentences = lines
    .filter((line) => !isBullet(line) && !isContent(line))
    .map((line) => line.replace(marks, ""))
    .flatMap((line) => [line, line.replace(/^[^:]{1,120}:\s*/, "")].flatMap((one) => [one, ...sentencesOf(one)]));
  const keys = sentences.filter((one) => wordsIn(one).length >= minSentenceWords).map(keyOf);
  return {
    sentences: new Set(keys.filter((key) => !authors.has(key))),
    bullets: new Set(
      lines.filter(isBullet).flatMap((line) => [line, line.replace(subject, ""), line.replace(setIn, "")].map(keyOf)),
    ),
  };
}

const minWordsOfPart = 4;
const maxLabelCharacters = 200;

/** Finds a label by what stands before a colon; a long one is ours in part, too: « Termes que ce chapitre définit ». */
function createLabelLookup(labels: readonly PromptLabel[]): (head: string) => PromptLabel | undefined {
  const whole = new Map(labels.map((label) => [foldText(label.text), label]));
  const parts = labels
    .filter(({ isUnmistakable }) => isUnmistakable)
    .map((label) => ({ label, text: foldText(label.text) }));
  return (head) => {
    const found = whole.get(head);
    if (found || head.split(" ", minWordsOfPart).length < minWordsOfPart) return found;
    return parts.find(({ text }) => text.startsWith(`${head} `))?.label;
  };
}

/** A label of the prompt at the head of a line, alone or before its value. */
function createLabelFinder({ prompt, labels }: Asked): (line: string) => "form" | "label" | undefined {
  const lines = new Set(prompt.split("\n").map((line) => foldText(line.replace(marks, ""))));
  const labelOf = createLabelLookup(labels);
  return (line) => {
    const [head = ""] = line.slice(0, maxLabelCharacters).replace(marks, "").replace(/\*\*/g, "").split(":", 1);
    const found = labelOf(foldText(head));
    if (!found) return undefined;
    if (/^(?:chapitre à écrire|chapter to write)$/iu.test(head.trim())) return "form";
    // « Objectif : … » may be the author's way to begin a lesson.
    return found.isUnmistakable || lines.has(foldText(line.replace(marks, ""))) ? "label" : undefined;
  };
}

/** A line that no author writes, whatever was asked: a fence of our prompts, or a label that is only theirs. */
export function isPromptLine(line: string, labels: readonly PromptLabel[]): boolean {
  const [head = "", ...value] = line.replace(marks, "").replace(/\*\*/g, "").split(":");
  return (
    fence.test(line) ||
    (value.length > 0 && labels.some((one) => one.isUnmistakable && foldText(one.text) === foldText(head)))
  );
}

/** How prompts refer to a chapter of the plan, which no item of a list does in a book. */
const reference = /(?:chapitre|chapter) \d+, [«“"][^»”"\n]{1,300}[»”"]/giu;

const fence = /^\s*"""\s*$/;
const verbatim = new Set(["code", "math", "table"]);
const holdsVerbatim = (node: Nodes): boolean =>
  verbatim.has(node.type) || ("children" in node && node.children.some(holdsVerbatim));

/**
 * Takes our own prompt out of a text that copied it: fences, labels, instructions, sentences of the plan. A text that goes on with the form of the next chapter ends before it.
 */
export function withoutScaffolding({ source, blocks }: Document, asked: Asked): string {
  const { sentences: said, bullets } = sentencesAsked(asked);
  const labelIn = createLabelFinder(asked);
  const references = new Set(asked.prompt.match(reference)?.map(foldText));
  const refers = (line: string) => line.match(reference)?.some((one) => references.has(foldText(one))) === true;
  const isOurs = (line: string) =>
    fence.test(line) || labelIn(line) !== undefined || (isBullet(line) && (bullets.has(keyOf(line)) || refers(line)));
  const cleanLine = (line: string): string | undefined => {
    if (isOurs(line) || said.has(keyOf(line))) return undefined;
    const sentences = sentencesOf(line);
    const kept = sentences.filter((sentence) => !said.has(keyOf(sentence)));
    if (kept.length === sentences.length) return line;
    return kept.length === 0 ? undefined : kept.join("").trimEnd();
  };
  const parts: string[] = [];
  let at = 0;
  for (const { node, start, end } of blocks) {
    const text = source.slice(start, end);
    if (!holdsVerbatim(node)) {
      const lines = text.split("\n");
      const form = lines.findIndex((line) => labelIn(line) === "form");
      const read = form < 0 ? lines : lines.slice(0, form);
      // A section may have a key point, or a line of the plan, for its title.
      const cleaned = isHeading(node)
        ? read.filter((line) => !isOurs(line))
        : read.map(cleanLine).filter((line) => line !== undefined);
      const emptied = cleaned.length === 0;
      parts.push(source.slice(at, emptied ? at : start), emptied ? "" : cleaned.join("\n"));
      if (form >= 0) return parts.join("").trim();
    } else parts.push(source.slice(at, end));
    at = end;
  }
  return (parts.join("") + source.slice(at)).trim();
}
