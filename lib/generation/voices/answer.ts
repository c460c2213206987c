import { z } from "zod";
import { voiceLimits } from "../../contract/limits.ts";
import { foldText } from "../../contract/outline.ts";
import type { Person, Tense } from "../../contract/values.ts";
import type { VoiceSheet } from "../../contract/voice.ts";
import { functionWordsOf } from "../language/function-words.ts";
import { jsonValuesIn } from "../outline/json-values.ts";
import { barewordsIn } from "../voice-measure/barewords.ts";
import { countOccurrences } from "../voice-measure/occurrences.ts";

/** What a model may say of a voice. */
export type Judged = Pick<VoiceSheet, "person" | "tense" | "register" | "description" | "liked" | "avoided">;

const maxWords = 5;
const maxWordsOfPhrase = 5;

const oneOrMore = (value: unknown) => (typeof value === "string" ? value.split(/[,;]/) : value);
/** Without a letter, it is the form of the question. */
const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .refine((text) => /\p{L}/u.test(text) && text.length <= max)
    .optional()
    .catch(undefined);
const list = z.preprocess(oneOrMore, z.array(z.unknown()).max(100)).catch([]);

const persons: Record<string, Person> = {
  je: "first",
  i: "first",
  nous: "first_plural",
  we: "first_plural",
  tu: "second",
  you: "second",
  vous: "second_plural",
  il: "third",
  elle: "third",
  he: "third",
  she: "third",
  they: "third",
};
const tenses: Record<string, Tense> = { passe: "past", past: "past", present: "present" };
const named = <Value>(values: Record<string, Value>) =>
  z
    .string()
    .transform((text) => values[foldText(text)])
    .optional()
    .catch(undefined);

const Said = z.object({
  register: line(voiceLimits.register),
  description: line(voiceLimits.description),
  person: named(persons),
  tense: named(tenses),
  liked: list,
  avoided: list,
});

/** A longer one is no word. */
const maxCharacters = 200;
const bare = (word: unknown) =>
  typeof word === "string"
    ? word
        .slice(0, maxCharacters)
        .replace(/^[\s«“"'’*_-]+|[\s»”"'’*_.,-]+$/g, "")
        .replace(/\s+/g, " ")
    : "";

type Ground = { text: string; language: string | undefined };

/** Keeps words that occur in what the author wrote, or do not; « et » says nothing of an author. */
function checked(words: unknown[], { text, language }: Ground, occurs: boolean): string[] {
  const functionWords = functionWordsOf(language ?? "");
  const found = words.map(bare).filter((word) => {
    const parts = barewordsIn(word);
    const says = parts.length > 0 && parts.length <= maxWordsOfPhrase && parts.some((one) => !functionWords.has(one));
    return says && word.length <= voiceLimits.word && countOccurrences([text], [word]).has(word) === occurs;
  });
  const byFold = new Map(found.map((word) => [foldText(word), word]));
  return [...byFold.values()].slice(0, maxWords);
}

/**
 * @param kind a sample does not hold the words that its author avoids; a description names them
 * @returns undefined when the answer says nothing of a voice
 */
export function readAnswer(
  answer: { text: string; wasCut: boolean },
  { kind, ...ground }: Ground & { kind: "sample" | "description" },
): Judged | undefined {
  const values = jsonValuesIn(answer.text, answer.wasCut).flatMap(({ value }) => Said.safeParse(value).data ?? []);
  const said = values.find((one) => Object.values(one).some((value) => value !== undefined && value.length > 0));
  if (!said) return undefined;
  const { register, description, person, tense } = said;
  const liked = checked(said.liked, ground, true);
  const avoided = checked(said.avoided, ground, kind === "description").filter((word) => !liked.includes(word));
  return {
    ...(register !== undefined && { register }),
    ...(kind === "sample" && description !== undefined && { description }),
    ...(kind === "description" && person !== undefined && { person }),
    ...(kind === "description" && tense !== undefined && { tense }),
    ...(liked.length > 0 && { liked }),
    ...(avoided.length > 0 && { avoided }),
  };
}
