import { essay } from "./essay.ts";
import { fiction } from "./fiction.ts";
import type { Traits } from "./traits.ts";

/** Read aloud to a child: short sentences that open alike, few words, formulas that come again. */
export const children: Traits = {
  ...essay,
  book: { fr: "livre pour enfants", en: "children’s book" },
  architect: {
    fr: `tu conçois le plan de livres pour enfants.
Chaque chapitre est une petite histoire, avec un début et une fin ; on y retrouve les mêmes personnages, que les descriptions nomment.`,
    en: `you design the outline of children’s books.
Each chapter is a small story, with a beginning and an end; the same characters come again in it, and descriptions name them.`,
  },
  points: {
    fr: "au moins trois, chacun un moment de l’histoire, en une phrase simple.",
    en: "at least three, each a moment of the story, in one simple sentence.",
  },
  details: {
    told: fiction.details.told,
    points: {
      fr: "trois moments de l’histoire, chacun en une phrase simple",
      en: "three moments of the story, each in one simple sentence",
    },
  },
  writer: {
    fr: `Tu commences par le titre du chapitre, en « # », puis tu racontes, sans titre de section.
Tu écris pour être lu à voix haute à un enfant : des phrases courtes, des mots concrets, ce qu’on voit et ce qu’on entend, des personnages qui parlent.`,
    en: `You begin with the title of the chapter, as “# ”, then tell the story, without section headings.
You write to be read aloud to a child: short sentences, concrete words, what is seen and heard, characters who speak.`,
  },
  section: {
    manner: { fr: "en phrases courtes, à lire à voix haute", en: "in short sentences, to be read aloud" },
    order: {
      fr: "Raconte ce moment de l’histoire : des phrases courtes, des mots simples, des personnages qui parlent. Sans titre ni liste.",
      en: "Tell this moment of the story: short sentences, simple words, characters who speak. Without heading or list.",
    },
  },
  next: { fr: "la suite de l’histoire, en phrases courtes", en: "what happens next in the story, in short sentences" },
  isTitled: false,
  growsWithin: false,
  isResearched: false,
  lengthTolerance: 0.25,
  spares: [
    "said_again",
    "nothing_new",
    "one_mould",
    "variety",
    "no_conclusion_endings",
    "phrases",
    "conclusion",
    "term",
  ],
};
