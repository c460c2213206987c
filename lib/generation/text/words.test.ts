import { expect, test } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { countWords } from "./words.ts";

test.each([
  ["C’est-à-dire qu'aujourd’hui l’été arrive.", 4],
  ["# Un titre\n\nDeux mots.", 4],
  ["- un\n- deux\n  - trois\n\n> quatre", 4],
  ["Du **gras**, de l’*italique* et du `code`.", 7],
  ["Un mot *cou*pé", 3],
  ['Un [lien nommé](https://exemple.fr/page "titre") ici', 4],
  ["![légende](image.png) texte", 1],
  ["<b>un</b> deux &nbsp; trois<br>", 3],
  ["```js\nlet a = 1;\n```\n\nfin", 4],
  ["En 2025, 20 % — « oui » ; non…", 5],
  ["e\u0301te\u0301 naïf", 2],
  ["| a | b |\n|---|---|\n| c | d |", 4],
  ["", 0],
])("%j compte ses mots", (markdown, words) => {
  expect(countWords(markdown)).toBe(words);
});

test("un livre de 30 000 mots se compte sans bloquer", () => {
  const text = Array.from({ length: 300 }, () => "mot ".repeat(100)).join("\n\n");
  const watch = watchEventLoopBlocking();
  expect(countWords(text)).toBe(30_000);
  expect(watch.stop()).toBeLessThan(2000);
});
