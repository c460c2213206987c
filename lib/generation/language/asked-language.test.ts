import { expect, test } from "vitest";
import { languageAsked } from "./asked-language.ts";

test.each([
  ["Écris tout le livre en espagnol.", "es"],
  ["ÉCRIRE EN ALLEMAND", "de"],
  ["Rédige chaque chapitre, sans exception, en anglais.", "en"],
  ["Un ton simple. Le texte doit être en italien, pour des débutants.", "it"],
  ["Langue : portugais", "pt"],
  ["Le livre est en langue arabe.", "ar"],
  ["Write the whole book in French.", "fr"],
  ["Written in Dutch, please", "nl"],
  ["Traduis le tout vers le grec", "el"],
  ["Escribe todo el libro en español.", "es"],
  ["Schreibe das Buch auf Deutsch.", "de"],
  ["Cite les proverbes en espagnol, et traduis-les.", undefined],
  ["Écris les mots rares en latin.", undefined],
  ["N’écris rien en anglais.", undefined],
  ["Do not write in English.", undefined],
  ["Parle des livres écrits pendant la guerre, en Russie.", undefined],
  ["Écris pour des lecteurs qui voyagent en Espagne.", undefined],
  ["Écris en français, clairement.", "fr"],
  ["Des exemples concrets, pas de listes.", undefined],
  ["Raconte la vie en anglaise de Jane Austen", undefined],
  ["En Espagne, on parle espagnol.", undefined],
  ["Explique comment on compte en russe.", undefined],
  ["", undefined],
])("« %s » demande %s", (instructions, language) => {
  expect(languageAsked(instructions)).toBe(language);
});

test("dix mille caractères de consignes se lisent en un instant", () => {
  const started = performance.now();
  for (const unit of ["écris en ", "livre ", "en langue ", "a", "écris le livre en espagno "])
    languageAsked(unit.repeat(Math.ceil(10_000 / unit.length)));
  expect(performance.now() - started).toBeLessThan(500);
});
