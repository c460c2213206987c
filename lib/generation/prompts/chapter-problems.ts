import { inEnglish, worded } from "./language.ts";

/** What is wrong with a text that is not in the book's language. */
export const foreignProblems = (language: string | undefined) =>
  worded(language, {
    fr: {
      passage: "ce passage n’est pas écrit en français : récris-le entièrement en français, sans rien en ôter.",
      titles:
        "ces titres de section ne sont pas en français : donne chacun en français, au même niveau, dans le même ordre, et rien d’autre.",
    },
    en: {
      passage: `this passage is not written in ${inEnglish(language)}: rewrite it entirely in ${inEnglish(language)}, leaving nothing out.`,
      titles: `these section headings are not in ${inEnglish(language)}: give each in ${inEnglish(language)}, at the same level, in the same order, and nothing else.`,
    },
  });

export const tooLongProblem = (language: string | undefined): string =>
  worded(language, {
    fr: "ce passage est trop long : dis la même chose en moins de mots.",
    en: "this passage is too long: say the same in fewer words.",
  });
