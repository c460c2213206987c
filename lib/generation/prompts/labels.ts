import { colon, inEnglish, isForeignToPrompts, worded } from "./language.ts";

/** The words that stand before a colon in prompts: a model that copies them into a text copies its prompt. */
const labels = {
  fr: {
    book: "Livre",
    bookTitle: "Titre voulu",
    topic: "Sujet",
    goal: "Objectif",
    genre: "Genre",
    audience: "Public",
    tone: "Ton",
    instructions: "Consignes de l’auteur",
    voice: "Voix de l’auteur, à tenir",
    wordsLiked: "Mots que l’auteur aime",
    wordsAvoided: "Mots à ne jamais employer",
    chapterCount: "Nombre de chapitres",
    description: "Description",
    points: "Points clés",
    toSay: "À dire",
    chapterToWrite: "Chapitre à écrire",
    partToWrite: "Partie à écrire",
    pointsOfPart: "Points clés de cette partie",
    sectionToWrite: "Section à écrire",
    sectionToExtend: "Section à développer",
    language: "Langue du texte",
    length: "Longueur attendue",
    wholeLength: "Longueur du chapitre entier",
    ownTerms: "Termes que ce chapitre définit, en ce sens",
    otherTerms: "Termes que d’autres chapitres définissent, à employer en ce sens",
    elsewhere: "Traité dans d’autres chapitres",
    storySoFar: "Ce que racontent les chapitres qui précèdent",
    knownCharacters: "Personnages déjà établis",
    knownPlaces: "Lieux déjà établis",
    knownFacts: "Faits déjà établis",
    openThreads: "Fils encore ouverts",
    textBefore: "Ce qui précède le passage, à ne pas reprendre",
    textAfter: "Ce qui suit le passage, à ne pas reprendre",
    toCorrect: "À corriger",
    passage: "Passage à récrire",
  },
  en: {
    book: "Book",
    bookTitle: "Title wanted",
    topic: "Topic",
    goal: "Goal",
    genre: "Kind of book",
    audience: "Readers",
    tone: "Tone",
    instructions: "The author’s instructions",
    voice: "The author’s voice, to be kept",
    wordsLiked: "Words that the author likes",
    wordsAvoided: "Words never to be used",
    chapterCount: "Number of chapters",
    description: "Description",
    points: "Key points",
    toSay: "To say",
    chapterToWrite: "Chapter to write",
    partToWrite: "Part to write",
    pointsOfPart: "Key points of this part",
    sectionToWrite: "Section to write",
    sectionToExtend: "Section to develop",
    language: "Language of the text",
    length: "Expected length",
    wholeLength: "Length of the whole chapter",
    ownTerms: "Terms that this chapter defines, in this sense",
    otherTerms: "Terms that other chapters define, to be used in this sense",
    elsewhere: "Covered in other chapters",
    storySoFar: "What the chapters before this one tell",
    knownCharacters: "Characters already established",
    knownPlaces: "Places already established",
    knownFacts: "Facts already established",
    openThreads: "Threads still open",
    textBefore: "What stands before the passage, not to be said again",
    textAfter: "What stands after the passage, not to be said again",
    toCorrect: "To correct",
    passage: "Passage to rewrite",
  },
};

export type Label = keyof typeof labels.fr;

export const labelOf = (language: string | undefined, label: Label): string => worded(language, labels)[label];

/** `Sujet : le pain`, as the book's language writes it. */
export const labelled = (language: string | undefined, label: Label, value: string | number): string =>
  colon(language, labelOf(language, label), value);

/** A label alone on its line, above what it names. */
export const heading = (language: string | undefined, label: Label): string =>
  `${labelOf(language, label)}${worded(language, { fr: " :", en: ":" })}`;

/** No author writes these before a colon; the others may stand in a book, too. */
const unmistakable = new Set<string>([
  "voice",
  "wordsLiked",
  "wordsAvoided",
  "chapterToWrite",
  "partToWrite",
  "pointsOfPart",
  "sectionToWrite",
  "sectionToExtend",
  "language",
  "length",
  "wholeLength",
  "ownTerms",
  "otherTerms",
  "storySoFar",
  "knownCharacters",
  "knownPlaces",
  "knownFacts",
  "openThreads",
  "textBefore",
  "textAfter",
  "passage",
] satisfies Label[]);

/** What stands behind this one, a chapter has to say. */
const content = "toSay" satisfies Label;

export const allLabels: readonly { text: string; isUnmistakable: boolean; isContent: boolean }[] = [
  labels.fr,
  labels.en,
].flatMap((texts) =>
  Object.entries(texts).map(([name, text]) => ({
    text,
    isUnmistakable: unmistakable.has(name),
    isContent: name === content,
  })),
);

/** Empty where the prompt itself is in the language of its answer. */
export const languageLine = (language: string | undefined): string =>
  isForeignToPrompts(language) ? labelled(language, "language", inEnglish(language)) : "";

/** What an answer should measure, and its language: stands last in a prompt, where it matters most. */
export const lengthLine = (language: string | undefined, words: number): string => {
  const length = labelled(
    language,
    "length",
    worded(language, { fr: `environ ${words} mots`, en: `about ${words} words` }),
  );
  return [languageLine(language), length].filter(Boolean).join("\n");
};
