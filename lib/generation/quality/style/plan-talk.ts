import { speaksOfPlan } from "../../text/phrases/other-languages.ts";
import type { Finding, Paragraph } from "./prose.ts";

const aboutPlan = new RegExp(
  [
    "(?:dans|voir|au|du|le|ce|cf\\.?) (?:le )?chapitre (?:\\d+|précédent|suivant)",
    "(?:chapitre|chapter) \\d+[\\s,:(]+«",
    "(?:in|see|of|the|cf\\.?) (?:the )?(?:chapter \\d+|(?:previous|next|following) chapter)",
    "(?:ce|cet|cette|le présent) (?:chapitre|section|partie) (?:a pour (?:but|objectif)|vise à|présente|explore|aborde|traite|examine|décrit|explique)",
    "dans (?:ce chapitre|cette section|cette partie), (?:nous|on) ",
    "(?:this|the present) (?:chapter|section) (?:aims|explores|presents|covers|discusses|describes|explains|examines|introduces|delves)",
    "in this (?:chapter|section), (?:we|you|i) ",
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
