import { expect, test } from "vitest";
import { languageAsked } from "./asked-language.ts";

test.each([
  ["Écris tout le livre en espagnol.", "es"],
  ["ÉCRIRE EN ALLEMAND", "de"],
  ["Rédige chaque chapitre, sans exception, en anglais.", "en"],
  ["Un ton simple. Le texte doit être en italien, pour des débutants.", "it"],
  ["Langue : portugais", "pt"],
  ["Le livre est en langue arabe.", "ar"],
  ["La langue du livre est l’italien.", "it"],
  ["Réponds uniquement en anglais", "en"],
  ["Veuillez écrire en néerlandais.", "nl"],
  ["Traduis le tout vers le grec", "el"],
  ["Write the whole book in French.", "fr"],
  ["Write in English, not in French.", "en"],
  ["Please write every chapter in Dutch", "nl"],
  ["The book must be in German.", "de"],
  ["Language: Spanish", "es"],
  ["In English, please", "en"],
  ["Escribe todo el libro en español.", "es"],
  ["en inglés", "en"],
  ["Schreibe das Buch auf Deutsch.", "de"],
  ["Bitte auf Deutsch schreiben", "de"],
  ["Das Buch soll auf Englisch sein.", "en"],
  ["Scrivi tutto in italiano.", "it"],
  ["Escreva o livro em português.", "pt"],
  ["Schrijf het hele boek in het Nederlands.", "nl"],
  ["Écris en français, clairement.", "fr"],
])("« %s » demande à coup sûr « %s »", (instructions, code) => {
  expect(languageAsked(instructions)).toEqual({ code, isSure: true });
});

test.each([
  ["Le pain (en espagnol)", "es"],
  ["Des livres en italien", "it"],
  ["Écris une introduction, une suite et une fin en allemand", "de"],
  ["Write a short warm opening in Spanish", "es"],
  ["Clair, en anglais simple", "en"],
  ["Simple and direct, in plain English", "en"],
])("« %s » demande peut-être « %s »", (instructions, code) => {
  expect(languageAsked(instructions)).toEqual({ code, isSure: false });
});

test.each([
  "Cite les proverbes en espagnol, et traduis-les.",
  "Écris les mots rares en latin.",
  "Écris les termes techniques en anglais.",
  "N’écris rien en anglais.",
  "Do not write in English.",
  "Nicht auf Englisch schreiben.",
  "Parle des livres écrits pendant la guerre, en Russie.",
  "Écris pour des lecteurs qui voyagent en Espagne.",
  "Des exemples concrets, pas de listes.",
  "Raconte la vie en anglaise de Jane Austen",
  "En Espagne, on parle espagnol.",
  "Explique comment on compte en russe.",
  "Apprendre l’espagnol en six mois",
  "Apprendre à écrire un livre en anglais",
  "Écrire en anglais sans fautes",
  "Le héros écrit ses lettres en espagnol.",
  "Donne chaque titre en anglais.",
  "Écris le premier chapitre en italien.",
  "Un manuel pour écrire en allemand",
  "Learn to write in Spanish",
  "Quote the poems in German, with a translation.",
  "Teach readers how to write letters in French",
  "La traduction en français de Don Quichotte",
  "L’histoire du livre en Allemagne",
  "Le latin, langue vivante",
  "Aprender a escribir en inglés",
  "Ein Buch für alle, die Italienisch lernen",
  "",
])("« %s » ne demande aucune langue", (instructions) => {
  expect(languageAsked(instructions)).toBeUndefined();
});

test("dix mille caractères de consignes se lisent en un instant", () => {
  const started = performance.now();
  for (const unit of [
    "écris en ",
    "livre ",
    "en langue ",
    "a",
    "écris le livre en espagno ",
    "langue est ",
    "le la ",
    "tout en ",
  ])
    languageAsked(unit.repeat(Math.ceil(10_000 / unit.length)));
  expect(performance.now() - started).toBeLessThan(1000);
});
