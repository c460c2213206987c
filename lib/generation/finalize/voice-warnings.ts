import type { QualitySheet } from "../../contract/quality.ts";
import { personNames, tenseNames } from "../../contract/values.ts";
import type { Warning } from "../../contract/warning.ts";

type Voice = NonNullable<QualitySheet["voice"]>;

/** So many times as long, or as short, is heard at once; of fewer sentences, a mean says little. */
const farRatio = 1.6;
const minSentences = 20;
/** What is said less often than in this many per thousand words, or so few times, is an accident. */
const maxAvoidedPerThousand = 0.5;
const minAvoided = 3;

function sentences({ asked: { sentence_words: asked }, measured }: Voice): string | undefined {
  const { sentence_words: found, sentences: count } = measured;
  if (asked === undefined || found === undefined || count < minSentences) return undefined;
  if (Math.max(found / asked, asked / found) < farRatio) return undefined;
  const what = found > asked ? "plus longues" : "plus courtes";
  return `Les phrases sont bien ${what} que celles de la voix demandée\u202f: ${found} mots en moyenne, pour ${asked}.`;
}

function person({ asked, measured }: Voice): string | undefined {
  if (!asked.person || !measured.person || asked.person === measured.person) return undefined;
  return `Le texte est écrit ${personNames[measured.person]}, et la voix demandée ${personNames[asked.person]}.`;
}

function tense({ asked, measured }: Voice): string | undefined {
  if (!asked.tense || !measured.tense || asked.tense === measured.tense) return undefined;
  return `Le texte est écrit ${tenseNames[measured.tense]}, et la voix demandée ${tenseNames[asked.tense]}.`;
}

function avoided({ avoided: found, measured: { words } }: Voice): string | undefined {
  const count = found.reduce((sum, one) => sum + one.count, 0);
  if (count < minAvoided || count <= (words / 1000) * maxAvoidedPerThousand) return undefined;
  const first = found.slice(0, 3).map((one) => `«\u202f${one.word}\u202f» (${one.count})`);
  return `Des mots que la voix évite reviennent ${count} fois\u202f: ${first.join(", ")}.`;
}

/** What is far from the voice of the order; it fails no book, strict or not. */
export const voiceWarnings = (voice: QualitySheet["voice"]): Warning[] =>
  voice
    ? [sentences, person, tense, avoided].flatMap((check) => {
        const message = check(voice);
        return message === undefined ? [] : [{ code: "voice" as const, message }];
      })
    : [];
