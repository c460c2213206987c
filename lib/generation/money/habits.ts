/** How a book may go: as it should, or with long plans, and passages to be written again. */
export type Course = "well" | "badly";

/** How tokenizers and models differ: tokens to a word and to a text's characters, tokens thought before a word is written. */
const habits = {
  well: { perWord: 1.2, characters: 4.5, thought: 0 },
  badly: { perWord: 2, characters: 3.2, thought: 200 },
};

/** Families known to think before they write, whoever serves them. */
const thinkers =
  /[:/](?:gpt-5(?!.*chat)|o[1-9](?!\p{L})|gemini-(?:2\.5|[3-9])(?!.*lite)|magistral|deepseek-(?:r|v\d.*think)|qwq|qwen-?3(?!.*instruct)|gpt-oss|.*-(?:thinking|reason))/iu;
/** What those may think before each answer, in tokens. */
const muchThought = 3000;

/** How many tokens an answer of so many words takes. */
export function answerTokens(model: string, words: number, course: Course): number {
  const { perWord, thought } = habits[course];
  return Math.round(words * perWord + (course === "badly" && thinkers.test(model) ? muchThought : thought));
}

/** How many tokens a prompt of so many characters is. */
export const inputTokens = (characters: number, course: Course): number =>
  Math.round(characters / habits[course].characters);
