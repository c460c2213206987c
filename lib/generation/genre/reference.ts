import { essay } from "./essay.ts";
import type { Traits } from "./traits.ts";

/** Entries in which one looks up: all of the same form, in the same words, as short as they may be. */
export const reference: Traits = {
  ...essay,
  book: { fr: "ouvrage de référence", en: "reference work" },
  architect: {
    fr: `tu conçois le plan d’ouvrages de référence, où l’on cherche plus qu’on ne lit.
Chaque chapitre réunit les entrées d’une même famille ; une entrée n’est que dans un chapitre.`,
    en: `you design the outline of reference works, in which one looks up more than one reads.
Each chapter gathers the entries of one family; an entry is in one chapter only.`,
  },
  points: {
    fr: "au moins trois, chacun une entrée : le mot ou le nom seul, dans l’ordre alphabétique.",
    en: "at least three, each an entry: the word or the name alone, in alphabetical order.",
  },
  areNames: true,
  details: {
    told: { fr: "ce qu’on y trouve", en: "what is found there" },
    points: { fr: "trois entrées, le mot ou le nom seul", en: "three entries, the word or the name alone" },
  },
  writer: {
    fr: `Tu commences par le titre du chapitre, en « # », puis tu donnes à chaque point clé son entrée, sous un titre « ## » qui est le mot cherché, dans l’ordre donné.
Toutes les entrées ont la même forme : une définition en une phrase, puis ce qu’il faut savoir, puis un exemple ou un renvoi.`,
    en: `You begin with the title of the chapter, as “# ”, then give each key point its entry, under a “## ” heading that is the word looked up, in the order given.
All entries have the same form: a definition in one sentence, then what there is to know, then an example or a reference.`,
  },
  section: {
    manner: { fr: "en entrées courtes, de même forme", en: "in short entries of the same form" },
    order: {
      fr: "Écris cette entrée : sa définition en une phrase, puis ce qu’il faut en savoir, puis un exemple. Sans titre.",
      en: "Write this entry: its definition in one sentence, then what there is to know of it, then an example. Without heading.",
    },
  },
  next: { fr: "d’autres précisions, avec un exemple", en: "further details, with an example" },
  need: "entries",
  lengthTolerance: 0.2,
  spares: [
    "said_again",
    "nothing_new",
    "labels",
    "items_alike",
    "empty_section",
    "one_mould",
    "variety",
    "distinct_openings",
    "phrases",
    "opening",
  ],
};
