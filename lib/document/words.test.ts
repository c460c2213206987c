import { expect, test } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { openDocument } from "./open.ts";

const countWords = async (markdown: string) => (await openDocument(markdown)).words;

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
  ["Une note[^a].\n\n[^a]: Au pied.", 4],
  ["- [x] fait\n- [ ] à faire", 3],
  ["~~ôté~~ et $x_1$", 4],
  ["", 0],
])("%j compte ses mots", async (markdown, words) => {
  expect(await countWords(markdown)).toBe(words);
});

test("un livre de 30 000 mots se compte sans bloquer", async () => {
  const text = Array.from({ length: 300 }, () => "mot ".repeat(100)).join("\n\n");
  const watch = watchEventLoopBlocking();
  expect(await countWords(text)).toBe(30_000);
  expect(watch.stop()).toBeLessThan(100);
});
