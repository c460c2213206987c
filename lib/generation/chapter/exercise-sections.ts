import type { Nodes } from "mdast";
import type { Document } from "../../document/document.ts";
import { isHeading, textBlocksOf, textOf } from "../../document/nodes.ts";

/** A word of one line may stand anywhere in a heading; one of the other begins it, since texts have such words, too. */
const sure = {
  exercises: "exerci|entra[iî]nement|ejercici|exercíci|esercizi|übung|oefening",
  answers: "corrigé|soluciones|soluções|soluzioni|lösungen|antwoorden|oplossing",
};
const first = {
  exercises: `${sure.exercises}|à vous|activit|problèmes?|problems?|questions?|quiz|série|practice|your turn|aufgabe`,
  answers: `${sure.answers}|réponses?|solutions?|answers?|respuestas?|respostas?|risposte`,
};
const headingWith = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})`, "iu");
const beginningWith = (words: string) => new RegExp(`^[^\\p{L}]*(?:${words})`, "iu");

type Kind = keyof typeof sure;
const patterns = {
  exercises: { heading: headingWith(sure.exercises), first: beginningWith(first.exercises) },
  answers: { heading: headingWith(sure.answers), first: beginningWith(first.answers) },
};

const isHead = (node: Nodes, kind: Kind): boolean =>
  patterns[kind].first.test(textOf(node)) || (node.type === "heading" && patterns[kind].heading.test(textOf(node)));

const hasHead = ({ blocks }: Document, kind: Kind): boolean =>
  blocks.flatMap(({ node }) => textBlocksOf(node)).some((node) => isHead(node, kind));

const questions = ({ blocks }: Document): number =>
  blocks
    .flatMap(({ node }) => (node.type === "list" ? node.children : []))
    .filter((item) => /\?\s*$/.test(textOf(item))).length;

const minQuestions = 2;

export const hasAnswers = (document: Document): boolean => hasHead(document, "answers");

/** Whether a text has anything that may be an exercise, under whatever name. */
export const hasExercises = (document: Document): boolean =>
  hasAnswers(document) || hasHead(document, "exercises") || questions(document) >= minQuestions;

const item =
  /^\s*(?:\p{N}{1,2}[.)]|\p{Lu}[.)]|(?:exerci|question|problèm|problem|übung|aufgabe|oefening|ejercici|esercizi)\p{L}*)/iu;

/** Whether a text is a list, or paragraphs that begin as the items of one do. */
export const isSeries = ({ blocks }: Document): boolean =>
  blocks.some(({ node }) => node.type === "list") ||
  blocks.filter(({ node }) => item.test(textOf(node)) || textOf(node).trimEnd().endsWith("?")).length >= minQuestions;

/** Where the sections of exercises and answers begin that end a chapter; at its end without any. */
export function endOfLesson({ source, blocks }: Document): number {
  let end = source.length;
  for (const { node, start } of blocks.toReversed()) {
    if (!isHeading(node, 2)) continue;
    if (!isHead(node, "exercises") && !isHead(node, "answers")) break;
    end = start;
  }
  return end;
}
