import { essay } from "./essay.ts";
import type { Traits } from "./traits.ts";

/** Lessons that end with exercises and their answers. What exercises ask is alike on purpose. */
export const course: Traits = {
  ...essay,
  book: { fr: "cours", en: "course" },
  architect: {
    fr: `tu conçois le plan de cours où l’on apprend en faisant.
Chaque chapitre est une leçon, qui s’appuie sur les précédentes : ses notions viennent dans l’ordre où on les comprend, et des exercices l’achèvent.`,
    en: `you design the outline of courses in which one learns by doing.
Each chapter is a lesson that builds on those before it: its notions come in the order in which they are understood, and exercises end it.`,
  },
  points: {
    fr: "au moins trois, chacun une notion à comprendre ou un savoir-faire, en une phrase ; pas les exercices.",
    en: "at least three, each a notion to understand or a skill, in one sentence; not the exercises.",
  },
  details: {
    told: { fr: "ce que l’élève saura faire", en: "what the learner will be able to do" },
    points: {
      fr: "trois notions à expliquer, chacune en une phrase courte et précise",
      en: "three notions to explain, each in one short and precise sentence",
    },
  },
  writer: {
    fr: `Tu commences par le titre du chapitre, en « # », puis tu expliques chaque point clé dans une section sous un titre « ## », avec un exemple résolu.
Tu achèves le chapitre par une section « ## Exercices », de trois exercices numérotés au moins, puis par une section « ## Corrigés », qui donne la réponse de chacun.`,
    en: `You begin with the title of the chapter, as “# ”, then explain each key point in a section under a “## ” heading, with a worked example.
You end the chapter with a “## ” section of at least three numbered exercises, then with a “## ” section of their answers, one for each.`,
  },
  section: {
    manner: { fr: "avec des explications simples et des exemples", en: "with plain explanations and examples" },
    order: {
      fr: "Explique cette notion : deux ou trois paragraphes, avec un exemple, sans titre ni exercice.",
      en: "Explain this notion: two or three paragraphs, with an example, without heading or exercise.",
    },
  },
  need: "exercises",
  spares: ["labels", "items_alike"],
};
