import type { Tense } from "../../contract/values.ts";

/** Forms of the verbs that every text needs, and whose tense no other word hides. */
type Forms = { past: Set<string>; present: Set<string>; isPast?: (word: string) => boolean };

const words = (list: string) => new Set(list.trim().split(/\s+/));

/** « j’étais », « ils parlaient », « ils partirent », beside nouns and adjectives that end alike. */
const imperfect = /^\p{Ll}{2,}(?:aient|èrent|irent|urent)$/u;

const forms: Record<string, Forms> = {
  fr: {
    past: words(`était étais étions étiez avait avais avions fut eut fit vit dut put prit mit vint tint faisait allait
      pouvait devait voulait savait disait venait voyait fallait fallut semblait restait`),
    present: words(
      "est suis es sommes êtes sont peut peuvent doit doivent va vont veut veulent sait savent faut vient viennent",
    ),
    isPast: (word) => imperfect.test(word),
  },
  en: {
    past: words("was were had did said went came took"),
    present: words("is am are has have do does says goes comes"),
  },
};

const have = words("ai as a avons avez ont");
const be = words("suis es est sommes êtes sont");
const between = words("ne n pas plus jamais rien tout bien déjà encore toujours y en");
const participle = /^\p{Ll}{2,}(?:é|ée|és|ées|u|us|ue|ues)$/u;
const participles = words("fait dit pris mis vu su pu dû été eu cru lu bu ouvert offert écrit");
const ofMovement =
  /^(?:(?:re)?venu|allé|(?:re)?parti|arrivé|(?:r)?entré|sorti|(?:re)?monté|(?:re)?descendu|né|mort|tombé|resté|devenu)e?s?$/u;

/** « Il a vu », « elle est venue »: a past whose auxiliary is a present. */
function isCompound(sentence: string[], at: number): boolean {
  const auxiliary = sentence[at] ?? "";
  const next = sentence.slice(at + 1, at + 4).find((word) => !between.has(word)) ?? "";
  if (have.has(auxiliary)) return participles.has(next) || participle.test(next);
  return be.has(auxiliary) && ofMovement.test(next);
}

const minVerbs = 8;
const minShare = 0.7;

export type TenseCounts = Record<Tense, number>;

/** Counts the verbs whose tense is certain. @param sentences by their words, of a narrator */
export function countTenses(sentences: string[][], language: string | undefined): TenseCounts {
  const counts: TenseCounts = { past: 0, present: 0 };
  const known = forms[language ?? ""];
  if (!known) return counts;
  for (const sentence of sentences)
    for (const [at, word] of sentence.entries()) {
      if (known.past.has(word) || known.isPast?.(word) || (language === "fr" && isCompound(sentence, at)))
        counts.past++;
      else if (known.present.has(word)) counts.present++;
    }
  return counts;
}

/** @returns undefined where verbs are of both tenses, or few */
export function tenseOf({ past, present }: TenseCounts): Tense | undefined {
  const all = past + present;
  if (all < minVerbs) return undefined;
  if (past / all >= minShare) return "past";
  return present / all >= minShare ? "present" : undefined;
}
