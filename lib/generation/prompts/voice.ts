import { type Person, type Tense, usualGenre } from "../../contract/values.ts";
import type { VoiceSheet } from "../../contract/voice.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { labelled } from "./labels.ts";
import { type Worded, worded } from "./language.ts";

const persons: Record<Person, Worded<string>> = {
  first: { fr: "à la première personne (« je »)", en: "in the first person (“I”)" },
  first_plural: { fr: "à la première personne du pluriel (« nous »)", en: "in the first person plural (“we”)" },
  second: { fr: "en tutoyant le lecteur (« tu »)", en: "speaking to the reader (“you”)" },
  second_plural: { fr: "en s’adressant au lecteur (« vous »)", en: "speaking to the reader (“you”)" },
  third: { fr: "à la troisième personne, sans « je »", en: "in the third person, without “I”" },
};

const tenses: Record<Tense, Worded<string>> = {
  past: { fr: "au passé", en: "in the past tense" },
  present: { fr: "au présent", en: "in the present tense" },
};

/** A dialogue here and there is not asked for. */
const minDialogueShare = 0.1;
/** What most sentences of a mean and a spread have at least. */
const fewestWords = 3;

function sentencesLine(language: string | undefined, { sentence_words: words, sentence_spread: spread }: VoiceSheet) {
  if (words === undefined) return "";
  const range =
    spread === undefined || spread === 0
      ? ""
      : worded(language, {
          fr: `, de ${Math.max(fewestWords, words - spread)} à ${words + spread}`,
          en: `, from ${Math.max(fewestWords, words - spread)} to ${words + spread}`,
        });
  return worded(language, {
    fr: `phrases de ${words} mots en moyenne${range}`,
    en: `sentences of ${words} words on average${range}`,
  });
}

/** What can be measured of a manner; verse has no sentences to measure. */
function measuredLine(language: string | undefined, voice: VoiceSheet, isVerse: boolean): string {
  const { person, tense, paragraph_words: paragraph, dialogue_share: dialogue = 0 } = voice;
  const percent = Math.round(dialogue * 100);
  return [
    [person && worded(language, persons[person]), tense && worded(language, tenses[tense])].filter(Boolean).join(", "),
    !isVerse && sentencesLine(language, voice),
    !isVerse &&
      paragraph &&
      worded(language, { fr: `paragraphes d’environ ${paragraph} mots`, en: `paragraphs of about ${paragraph} words` }),
    dialogue >= minDialogueShare &&
      worded(language, { fr: `dialogues\u202f: ${percent} % des mots`, en: `dialogue: ${percent}% of the words` }),
  ]
    .filter(Boolean)
    .join(worded(language, { fr: " ; ", en: "; " }));
}

const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);
const isAnyLanguage = ({ language }: VoiceSheet, book: string | undefined) =>
  language === undefined || language === (book ?? "fr");

/** How the author writes, in three lines at most: stands near the end, where a small model holds it. Empty without a voice. */
export function voiceSection({ language, genre = usualGenre, voice }: Pick<BookBrief, "language" | "genre" | "voice">) {
  if (!voice) return "";
  const { register = "", description = "", liked = [], avoided = [] } = voice;
  const parts = [
    measuredLine(language, voice, traitsOf(genre).need === "verse"),
    register.trim() && worded(language, { fr: `registre : ${register.trim()}`, en: `register: ${register.trim()}` }),
    description.replace(/\s+/g, " ").trim(),
  ].filter(Boolean);
  const isOwnLanguage = isAnyLanguage(voice, language);
  return [
    parts.length > 0 && labelled(language, "voice", parts.map(sentence).join(" ")),
    isOwnLanguage && liked.length > 0 && labelled(language, "wordsLiked", liked.join(", ")),
    isOwnLanguage && avoided.length > 0 && labelled(language, "wordsAvoided", avoided.join(", ")),
  ]
    .filter(Boolean)
    .join("\n");
}
