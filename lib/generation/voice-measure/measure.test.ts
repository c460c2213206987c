import { beforeAll, expect, test } from "vitest";
import { type HonestBook, readHonestBooks } from "#testing/corpus/books.ts";
import { type LongBook, readLongBooks } from "#testing/corpus/long-books.ts";
import { openDocument } from "../../document/open.ts";
import { measureVoice } from "./measure.ts";
import { occurrencesIn } from "./occurrences.ts";

let honest: HonestBook[];
let long: LongBook[];
beforeAll(async () => {
  [honest, long] = await Promise.all([readHonestBooks(), readLongBooks()]);
});

const measured = async (texts: string[], language: string) =>
  measureVoice(await Promise.all(texts.map((text) => openDocument(text))), language);

async function corpus(name: string) {
  const book = honest.find((one) => one.name === name);
  if (!book) throw new Error(name);
  return measured(
    book.chapters.map(({ text }) => text),
    book.language,
  );
}

test.each([
  ["conte", { person: "third", tense: "past", sentence_words: 14 }],
  ["roman-xixe", { person: "third", tense: "past", sentence_words: 23 }],
  ["lettres", { person: "first", tense: "past", sentence_words: 9 }],
  ["essai", { person: "third", tense: "present", sentence_words: 15 }],
  ["en-technical", { person: "third", tense: "present", sentence_words: 19 }],
])("un texte français ou anglais se mesure : %s", async (name, expected) => {
  expect(await corpus(name)).toMatchObject(expected);
});

test("les longues phrases de Persuasion ne sont pas celles d’Orgueil et préjugés", async () => {
  const of = (file: string) =>
    measured(long.find((book) => book.file === file)?.chapters.map(({ text }) => text) ?? [], "en");
  const [persuasion, pride] = await Promise.all([of("persuasion.md"), of("pride-and-prejudice.md")]);
  for (const one of [persuasion, pride]) expect(one).toMatchObject({ person: "third", tense: "past" });
  expect(persuasion.sentence_words).toBeGreaterThan((pride.sentence_words ?? 0) * 1.6);
});

test("les dialogues se comptent, français ou anglais, et ne disent pas la personne du récit", async () => {
  const [french, english] = await Promise.all([corpus("roman-dialogues"), corpus("en-novel")]);
  expect(french).toMatchObject({ person: "third", tense: "past" });
  expect(french.dialogue_share).toBeGreaterThan(0.3);
  expect(english.dialogue_share).toBeGreaterThan(0.6);
  expect(english.person).not.toBe("first");
});

test("d’un texte tout en dialogues, ou en vers, aucune longueur de phrase n’est inventée", async () => {
  const said = Array.from({ length: 40 }, (_, index) => `— Je vous dis que j’y suis allé ${index} fois, moi.`);
  expect(await measured([said.join("\n\n")], "fr")).toEqual({ words: 400, sentences: 0, dialogue_share: 1 });
  for (const name of ["chansons", "poesie"]) {
    const { person, tense } = await corpus(name);
    expect([person, tense]).toEqual([undefined, undefined]);
  }
  const verse = Array.from({ length: 60 }, (_, index) => `J’ai vu ${index} bateaux rentrer au port,  `).join("\n");
  expect(await measured([verse], "fr")).toMatchObject({ sentences: 0 });
});

test("une seule longue phrase en est une, sans écart ; une prose coupée à la main aussi", async () => {
  const clause = "le vent venait de loin et nous parlait encore de la mer qui montait";
  const sentence = `Ce soir-là ${Array.from({ length: 20 }, () => clause).join(", ")}.`;
  const one = await measured([sentence], "fr");
  expect(one).toMatchObject({ sentences: 1, sentence_words: 282, paragraph_words: 282 });
  expect([one.sentence_spread, one.person]).toEqual([undefined, undefined]);
  expect(await measured([sentence.replaceAll(", ", ",\n")], "fr")).toEqual(one);
});

const told = (sentence: (index: number) => string) =>
  Array.from({ length: 12 }, (_, index) => sentence(index)).join(" ");
test.each([
  ["fr", "first", "past", (n: number) => `J’ai pris le train ${n} fois pour aller là-bas, et rien ne venait.`],
  [
    "fr",
    "first_plural",
    "present",
    (n: number) => `Nous voyons ${n} voiles au large, et le port est encore vide à cette heure.`,
  ],
  [
    "fr",
    "second",
    "present",
    (n: number) => `Tu comptes ${n} marches avant la porte, et la maison est là, toute blanche.`,
  ],
  [
    "fr",
    "second_plural",
    "present",
    (n: number) => `Vous avez ${n} jours devant vous, et la route est longue jusqu’à la ville.`,
  ],
  [
    "en",
    "first",
    "past",
    (n: number) => `I was there ${n} times before the winter came, and the door had always been shut.`,
  ],
  [
    "en",
    "second",
    "present",
    (n: number) => `You have ${n} days ahead of you, and the road is long enough for all of them.`,
  ],
  [
    "es",
    undefined,
    undefined,
    (n: number) => `Fui ${n} veces a la casa del puerto, y nunca vi a nadie en la puerta de aquella casa.`,
  ],
])("qui parle, et à quel temps : %s, %s, %s", async (language, person, tense, sentence) => {
  const found = await measured([told(sentence)], language);
  expect([found.person, found.tense]).toEqual([person, tense]);
});

test("un mot à éviter se compte tel quel, élidé ou en tête, mais pas dans ce qui est cité", async () => {
  const text = [
    "Cependant, l’orage vint. Il vint un orage, cependant, et des orages de mots, en tout état de cause.",
    "> Cependant la mer monte.",
    "- En tout état\n  de cause, un élément de liste.",
  ].join("\n\n");
  const counts = occurrencesIn(await openDocument(text), ["cependant", "orage", "en tout état de cause", "jamais"]);
  expect(Object.fromEntries(counts)).toEqual({ cependant: 2, orage: 2, "en tout état de cause": 2 });
});
