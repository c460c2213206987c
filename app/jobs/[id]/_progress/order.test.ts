import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BookOptions } from "#lib/contract/book.ts";
import type { JobDetail } from "#lib/contract/job.ts";
import { Order } from "./order.tsx";

const shown = (demo: boolean, words_per_chapter: number, genre = "essay") => {
  const job = { demo, topic: "Le pain", options: BookOptions.parse({ words_per_chapter, genre }) } as JobDetail;
  return renderToStaticMarkup(createElement(Order, { job })).replace(/\s/g, " ");
};

test("la commande d’une démonstration dit la longueur qu’elle vise", () => {
  expect(shown(true, 3000)).toContain(">600 mots par chapitre au plus, pour une démonstration (3 000 demandés)<");
  expect(shown(true, 400)).toContain(">400 mots par chapitre<");
  expect(shown(false, 3000)).toContain(">3 000 mots par chapitre<");
});

test("la commande dit le genre, et qu’une démonstration n’en tient pas compte", () => {
  expect(shown(false, 300, "poetry")).toContain(">Recueil de poèmes<");
  expect(shown(true, 300, "poetry")).toContain(">Recueil de poèmes, sans effet sur les pages d’une démonstration<");
  expect(shown(true, 300)).toContain(">Essai<");
});
