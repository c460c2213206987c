import { essay } from "./essay.ts";
import type { Traits } from "./traits.ts";

/** Scenes. A story defines no terms, cites no source, and « Pour finir, il se leva » concludes nothing. */
export const fiction: Traits = {
  ...essay,
  book: { fr: "roman", en: "novel" },
  architect: {
    fr: `tu conçois le plan de romans et de nouvelles.
Chaque chapitre fait avancer l’histoire : quelqu’un veut quelque chose, quelque chose s’y oppose, et la fin n’est pas comme le début. Les descriptions nomment les personnages et disent ce qui leur arrive.`,
    en: `you design the outline of novels and stories.
Each chapter moves the story on: someone wants something, something stands against it, and the end is not like the beginning. Descriptions name the characters and say what happens to them.`,
  },
  points: {
    fr: "au moins trois, chacun une scène : une phrase qui dit où elle se passe et ce que fait un personnage.",
    en: "at least three, each a scene: one sentence that says where it takes place and what a character does.",
  },
  details: {
    told: {
      fr: "ce qui s’y passe, avec le nom des personnages",
      en: "what happens there, with the names of the characters",
    },
    points: {
      fr: "trois scènes, chacune en une phrase qui dit où elle se passe et ce que fait un personnage",
      en: "three scenes, each in one sentence that says where it takes place and what a character does",
    },
  },
  writer: {
    fr: `Tu commences par le titre du chapitre, en « # », puis tu racontes, sans titre de section.
Chaque point clé est une scène : tu montres ce que font et disent les personnages, avec des lieux, des gestes et des dialogues, sans expliquer ni commenter.`,
    en: `You begin with the title of the chapter, as “# ”, then tell the story, without section headings.
Each key point is a scene: you show what the characters do and say, with places, gestures and dialogue, without explaining or commenting.`,
  },
  section: {
    manner: { fr: "en scènes, avec des gestes et des dialogues", en: "in scenes, with gestures and dialogue" },
    order: {
      fr: "Raconte cette scène : ce que font et disent les personnages, avec un dialogue. Sans titre ni liste.",
      en: "Tell this scene: what the characters do and say, with a dialogue. Without heading or list.",
    },
  },
  next: { fr: "la suite de l’histoire, sans rien redire", en: "what happens next in the story, saying nothing again" },
  isTitled: false,
  isApart: true,
  growsWithin: false,
  isResearched: false,
  spares: ["no_conclusion_endings", "conclusion", "term"],
};
