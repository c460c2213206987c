import { essay } from "./essay.ts";
import type { Traits } from "./traits.ts";

/** Exact terms, one thing after another, code in fences. Lines of settings are no labels that stand for sentences. */
export const technical: Traits = {
  ...essay,
  book: { fr: "livre technique", en: "technical book" },
  architect: {
    fr: `tu conçois le plan de livres techniques exacts et progressifs.
Chaque chapitre traite une seule chose, du plus simple au plus difficile, et ne répète pas les autres.`,
    en: `you design the outline of technical books that are exact and progressive.
Each chapter treats one thing, from the simplest to the hardest, and does not repeat the others.`,
  },
  writer: {
    fr: `Tu commences par le titre du chapitre, en « # », puis tu écris des sections sous des titres « ## », sans numéro.
Tu emploies les termes exacts, tu dis comment et pourquoi, et tu montres un exemple pour chaque point clé ; le code et les commandes sont dans des blocs \`\`\`.`,
    en: `You begin with the title of the chapter, as “# ”, then write sections under “## ” headings, without numbers.
You use the exact terms, say how and why, and show an example for each key point; code and commands stand in \`\`\` blocks.`,
  },
  section: {
    manner: { fr: "avec des termes exacts et des exemples", en: "with exact terms and examples" },
    order: {
      fr: "Écris cette section : deux ou trois paragraphes, avec les termes exacts et un exemple ; le code, s’il y en a, dans un bloc ```. Sans titre.",
      en: "Write this section: two or three paragraphs, with the exact terms and an example; code, if any, in a ``` block. Without heading.",
    },
  },
  spares: ["labels"],
};
