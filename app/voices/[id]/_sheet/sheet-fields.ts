import { parseNumber } from "#app/_components/text/numbers.ts";
import type { VoiceView } from "#lib/contract/voice.ts";

const typed = (value: number | undefined) => (value === undefined ? "" : String(value));

/** The sheet as it is typed: numbers as texts, a share in hundredths, words separated by commas. */
export const toFields = (voice: VoiceView) => ({
  name: voice.name,
  language: voice.language ?? "",
  person: voice.person ?? "",
  tense: voice.tense ?? "",
  sentence_words: typed(voice.sentence_words),
  sentence_spread: typed(voice.sentence_spread),
  paragraph_words: typed(voice.paragraph_words),
  dialogue_share: typed(voice.dialogue_share === undefined ? undefined : Math.round(voice.dialogue_share * 100)),
  register: voice.register ?? "",
  description: voice.description ?? "",
  liked: (voice.liked ?? []).join(", "),
  avoided: (voice.avoided ?? []).join(", "),
});
export type SheetFields = ReturnType<typeof toFields>;

const wordsOf = (text: string) =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

const numbers = ["sentence_words", "sentence_spread", "paragraph_words"] as const;

/** The whole sheet that the fields make: an empty field is left out, and a number that is none is sent as null. */
export function toSheet(fields: SheetFields, version: number) {
  const { name, dialogue_share, liked, avoided, language, person, tense, register, description } = fields;
  const texts = Object.entries({ language, person, tense, register, description });
  return {
    version,
    name,
    ...Object.fromEntries(texts.filter(([, text]) => text.trim() !== "")),
    ...Object.fromEntries(
      numbers.filter((one) => fields[one].trim() !== "").map((one) => [one, parseNumber(fields[one])]),
    ),
    ...(dialogue_share.trim() && { dialogue_share: parseNumber(dialogue_share) / 100 }),
    liked: wordsOf(liked),
    avoided: wordsOf(avoided),
  };
}
