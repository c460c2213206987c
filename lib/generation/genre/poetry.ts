import { essay } from "./essay.ts";
import type { Traits } from "./traits.ts";

/** Poems in verse. A refrain, an anaphora, a poem of three lines and one of thirty are the poet's to choose. */
export const poetry: Traits = {
  ...essay,
  book: { fr: "recueil de poèmes", en: "collection of poems" },
  architect: {
    fr: `tu conçois le plan de recueils de poèmes.
Chaque chapitre réunit des poèmes qui se répondent, par un lieu, une saison ou un sentiment ; l’ordre des chapitres fait un chemin.`,
    en: `you design the outline of collections of poems.
Each chapter gathers poems that answer each other, by a place, a season or a feeling; the order of the chapters makes a path.`,
  },
  points: { fr: "au moins trois, chacun le titre d’un poème.", en: "at least three, each the title of a poem." },
  areNames: true,
  details: {
    told: { fr: "ce que chantent ses poèmes", en: "what its poems sing of" },
    points: { fr: "trois titres de poèmes", en: "three titles of poems" },
  },
  writer: {
    fr: `Tu commences par le titre du chapitre, en « # », puis tu écris des poèmes, un pour chaque point clé, sous son titre en « ## ».
Tu écris en vers, un vers par ligne, avec une ligne vide entre les strophes : des images précises, sans prose ni explication.`,
    en: `You begin with the title of the chapter, as “# ”, then write poems, one for each key point, under its title as “## ”.
You write in verse, one verse a line, with an empty line between stanzas: precise images, without prose or explanation.`,
  },
  section: {
    manner: { fr: "en vers, avec des images précises", en: "in verse, with precise images" },
    order: {
      fr: "Écris ce poème : un vers par ligne, une ligne vide entre les strophes. Sans titre ni explication.",
      en: "Write this poem: one verse a line, an empty line between stanzas. Without title or explanation.",
    },
  },
  next: { fr: "un autre poème, un vers par ligne", en: "another poem, one verse a line" },
  isApart: true,
  growsWithin: false,
  isResearched: false,
  need: "verse",
  lengthTolerance: 0.5,
  spares: [
    "said_again",
    "nothing_new",
    "labels",
    "items_alike",
    "empty_section",
    "one_mould",
    "variety",
    "distinct_openings",
    "no_conclusion_endings",
    "phrases",
    "opening",
    "conclusion",
    "term",
  ],
};
