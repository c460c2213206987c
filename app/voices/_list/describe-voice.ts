import { count } from "#app/_components/text/numbers.ts";
import { languageNames, personNames, tenseNames } from "#lib/contract/values.ts";
import type { VoiceSheet } from "#lib/contract/voice.ts";

/** `en français, à la première personne (je), au passé, phrases de 9 mots, registre familier` */
export function describeVoice({ language, person, tense, sentence_words, register, description }: VoiceSheet): string {
  const parts = [
    language && `en ${languageNames[language]}`,
    person && personNames[person],
    tense && tenseNames[tense],
    sentence_words !== undefined && `phrases de ${count(sentence_words, "mot")}`,
    register && `registre\u202f: ${register}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : (description ?? "");
}
