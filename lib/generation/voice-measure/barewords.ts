import { wordsIn } from "../../document/words.ts";

/** The words of a text in lower case, without what is elided before them: « j’ai » is two. */
export const barewordsIn = (text: string): string[] =>
  wordsIn(text).flatMap((word) => word.toLocaleLowerCase("fr").split(/['’]/));
