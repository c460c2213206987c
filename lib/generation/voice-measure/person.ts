import type { Person } from "../../contract/values.ts";

type Forms = Partial<Record<Person, string>>;

/** Where verbs are said without their pronoun (Spanish, Italian, Portuguese), counting pronouns tells nothing. */
const forms: Record<string, Forms> = {
  fr: {
    first: "je j me m moi mon ma mes",
    first_plural: "nous notre nos",
    second: "tu te t toi ton ta tes",
    second_plural: "vous votre vos",
  },
  en: { first: "i me my mine myself", first_plural: "we us our ours ourselves", second: "you your yours yourself" },
};

const sets = Object.entries(forms).map(([language, lists]) => {
  const pairs = Object.entries(lists) as [Person, string][];
  return [language, pairs.map(([person, list]) => ({ person, words: new Set(list.split(" ")) }))] as const;
});
const knownForms = new Map(sets);

const minSentences = 8;
/** The share of the sentences that names a person: in so many of them it speaks, in so few nobody does. */
const minShare = 0.2;
const maxImpersonalShare = 0.1;
/** The one who speaks is named so many times as often as the next. */
const minLead = 1.25;

/** How many sentences name each person. */
export type PersonCounts = Map<Person, number>;

/** @param sentences by their words, of a narrator */
export function countPersons(sentences: string[][], language: string | undefined): PersonCounts {
  const known = knownForms.get(language ?? "") ?? [];
  return new Map(
    known.map(({ person, words: own }) => [
      person,
      sentences.filter((words) => words.some((word) => own.has(word))).length,
    ]),
  );
}

/** @returns who speaks in so many sentences; undefined where counting does not tell */
export function personOf(counts: PersonCounts, sentences: number): Person | undefined {
  if (counts.size === 0 || sentences < minSentences) return undefined;
  const shares = [...counts].map(([person, count]) => ({ person, share: count / sentences }));
  const [most, next] = shares.sort((one, other) => other.share - one.share);
  if (!most || most.share < maxImpersonalShare) return "third";
  return most.share >= minShare && most.share >= (next?.share ?? 0) * minLead ? most.person : undefined;
}
