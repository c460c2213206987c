import { lengthTolerance } from "../../contract/quality-limits.ts";
import type { Traits } from "./traits.ts";

/** The measure of all others: every check applies. */
export const essay: Traits = {
  book: { fr: "livre", en: "book" },
  architect: {
    fr: `tu conçois le plan d’ouvrages clairs, progressifs et complets.
Chaque chapitre a un rôle propre dans la progression et ne répète pas les autres.`,
    en: `you design the outline of works that are clear, progressive and complete.
Each chapter has a part of its own in the progression and does not repeat the others.`,
  },
  points: {
    fr: "au moins trois, chacun une phrase qui dit quelque chose.",
    en: "at least three, each a sentence that says something.",
  },
  details: {
    told: { fr: "ce que le lecteur y apprend", en: "what the reader learns there" },
    points: {
      fr: "trois choses à y dire, chacune en une phrase courte et précise",
      en: "three things to say there, each in one short and precise sentence",
    },
  },
  writer: {
    fr: `Tu commences par le titre du chapitre, en « # », puis tu écris des sections sous des titres « ## », sans numéro.
Tu développes chaque point clé par des explications, des exemples et des cas concrets, sans empiéter sur les autres chapitres.`,
    en: `You begin with the title of the chapter, as “# ”, then write sections under “## ” headings, without numbers.
You develop each key point with explanations, examples and concrete cases, and leave the other chapters what is theirs.`,
  },
  section: {
    manner: { fr: "en paragraphes simples et concrets", en: "in plain and concrete paragraphs" },
    order: {
      fr: "Écris cette section : deux ou trois paragraphes, sans titre ni liste.",
      en: "Write this section: two or three paragraphs, without heading or list.",
    },
  },
  next: {
    fr: "deux ou trois paragraphes qui disent autre chose",
    en: "two or three paragraphs that say something else",
  },
  isTitled: true,
  isApart: false,
  growsWithin: true,
  isResearched: true,
  lengthTolerance,
  spares: [],
};
