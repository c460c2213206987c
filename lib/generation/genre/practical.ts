import { essay } from "./essay.ts";
import type { Traits } from "./traits.ts";

/** What is read while doing: lists, quantities, steps. Recipes of one form, with the same gestures, are what is wanted. */
export const practical: Traits = {
  ...essay,
  book: { fr: "guide pratique", en: "practical guide" },
  architect: {
    fr: `tu conçois le plan de guides pratiques, qu’on suit pendant qu’on fait.
Chaque chapitre réunit des fiches qui vont ensemble (recettes, gestes, réparations, démarches), de la plus simple à la plus longue.`,
    en: `you design the outline of practical guides, which are followed while doing.
Each chapter gathers instructions that belong together (recipes, gestures, repairs, errands), from the simplest to the longest.`,
  },
  points: {
    fr: "au moins trois, chacun une fiche : ce qu’on y fait, en quelques mots.",
    en: "at least three, each one thing to do, in a few words.",
  },
  details: {
    told: { fr: "ce que le lecteur saura faire", en: "what the reader will be able to do" },
    points: {
      fr: "trois choses à faire, chacune en quelques mots",
      en: "three things to do, each in a few words",
    },
  },
  writer: {
    fr: `Tu commences par le titre du chapitre, en « # », puis tu donnes à chaque point clé sa fiche, sous un titre « ## ».
Une fiche dit ce qu’il faut, en liste avec les quantités, puis les étapes, numérotées, à l’impératif, avec les durées ; elle avertit de ce qui peut rater ou blesser.`,
    en: `You begin with the title of the chapter, as “# ”, then give each key point its instructions, under a “## ” heading.
They say what is needed, as a list with quantities, then the steps, numbered, in the imperative, with times; they warn of what may fail or hurt.`,
  },
  section: {
    manner: { fr: "avec des listes, des quantités et des étapes", en: "with lists, quantities and steps" },
    order: {
      fr: "Écris cette fiche : la liste de ce qu’il faut, avec les quantités, puis les étapes, numérotées, et ce qui peut rater. Sans titre.",
      en: "Write these instructions: the list of what is needed, with quantities, then the steps, numbered, and what may fail. Without heading.",
    },
  },
  next: {
    fr: "deux ou trois conseils qui disent autre chose",
    en: "two or three pieces of advice that say something else",
  },
  lengthTolerance: 0.2,
  spares: ["labels", "items_alike", "one_mould", "distinct_openings", "opening"],
};
