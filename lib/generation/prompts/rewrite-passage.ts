import type { BookBrief } from "../brief/book-brief.ts";
import { briefSection } from "./brief.ts";
import { heading, type Label, labelled, lengthLine } from "./labels.ts";
import { inEnglish, worded } from "./language.ts";
import { voiceSection } from "./voice.ts";

const system = (language: string | undefined) =>
  worded(language, {
    fr: `Tu es relecteur dans une maison d’édition : tu récris un passage d’un chapitre, et rien d’autre, en Markdown, dans un français soigné.
Tu gardes le sens, les faits, les titres de section à leur niveau, et les repères de sources entre crochets (comme [S1]), chacun après ce qu’il appuie. Tu n’ajoutes ni lien, ni source.
Tu réponds uniquement par le passage récrit, sans commentaire.`,
    en: `You are an editor in a publishing house: you rewrite one passage of a chapter, and nothing else, in Markdown, in careful ${inEnglish(language)}.
You keep the meaning, the facts, the section headings at their level, and the marks of sources in brackets (like [S1]), each after what it supports. You add neither links nor sources.
You answer with the rewritten passage alone, without comment.`,
  });

/** What stands around a passage; empty where nothing does. */
export type Neighbours = { before: string; after: string };

const quoted = (language: string | undefined, label: Label, text: string) =>
  text === "" ? [] : [`${heading(language, label)}\n"""\n${text}\n"""`];

export const rewritePassagePrompt = ({
  request,
  passage,
  problem,
  words,
  neighbours: { before, after } = { before: "", after: "" },
}: {
  request: BookBrief;
  passage: string;
  problem: string;
  words: number;
  neighbours?: Neighbours | undefined;
}) => ({
  system: system(request.language),
  prompt: `${[
    briefSection(request),
    ...quoted(request.language, "textBefore", before),
    ...quoted(request.language, "textAfter", after),
  ].join("\n\n")}

${[labelled(request.language, "toCorrect", problem), voiceSection(request), lengthLine(request.language, words)]
  .filter(Boolean)
  .join("\n")}

${heading(request.language, "passage")}
"""
${passage}
"""`,
});
