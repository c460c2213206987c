import { speaksOfPlan } from "../../text/phrases/other-languages.ts";
import type { Finding, Paragraph } from "./prose.ts";

const french = {
  this: "(?:ce|cet|cette|le présent|la présente) (?:chapitre|section|partie|article|texte)",
  does: "(?:a pour (?:but|objectif)|(?:vis|présent|explor|abord|trait|examin|montr|détaill|analys|étudi)e(?:ra)?|décri(?:t|ra)|expliqu(?:e|era)|propos(?:e|era) de|couvr(?:e|ira)|mett(?:ra|ent) en|va )",
  elsewhere: "(?:dans|voir|au|du|le|ce|cf\\.?) (?:le )?chapitre (?:\\d+|précédent|suivant)",
  writer:
    "en tant qu(?:e|’|')\\s?(?:éditeur|éditrice|auteur|autrice|rédacteur|rédactrice|relecteur|assistant|modèle|ia|intelligence artificielle)(?!\\p{L})[^.,]{0,40}, (?:je|j’|nous) ",
};
const english = {
  this: "(?:this|the present) (?:chapter|section|article|text)",
  does: "(?:will |aims |(?:explore|present|cover|discusse?|describe|explain|examine|introduce|delve|provide)s )",
  elsewhere: "(?:in|see|of|the|cf\\.?) (?:the )?(?:chapter \\d+|(?:previous|next|following) chapter)",
  writer: "as an? (?:editor|author|writer|ai|assistant|language model)(?!\\p{L})[^.,]{0,40}, (?:i|we) ",
};

const aboutPlan = new RegExp(
  [
    french.elsewhere,
    "(?:chapitre|chapter) \\d+[\\s,:(]+«",
    english.elsewhere,
    `${french.this} ${french.does}`,
    `dans ${french.this}, (?:nous|on|vous|je|j’) `,
    `${english.this} ${english.does}`,
    `in ${english.this}, (?:we|you|i) `,
    french.writer,
    english.writer,
  ]
    .map((pattern) => `(?<!\\p{L})${pattern}`)
    .join("|"),
  "giu",
);

/** Finds what a text says about its own plan instead of its subject. */
export const findPlanTalk = (paragraphs: Paragraph[]): Finding[] =>
  paragraphs.flatMap(({ text, block, sentences }) =>
    [
      ...(text.match(aboutPlan) ?? []),
      ...sentences.filter((sentence) => speaksOfPlan(sentence.text)).map((sentence) => sentence.text),
    ].map((quote) => ({ quote, block })),
  );
