import { expect, test } from "vitest";
import { Bible } from "../../contract/bible.ts";
import { bibleLimits } from "../../contract/limits.ts";
import type { Learnt } from "./learnt.ts";
import { addLearnt } from "./merge.ts";
import { emptyBible, type StoredBible, withEdit } from "./stored-bible.ts";

const learnt = (fields: Partial<Learnt>): Learnt => ({
  summary: "",
  characters: [],
  places: [],
  facts: [],
  opened: [],
  closed: [],
  contradictions: [],
  ...fields,
});
const first = addLearnt(
  emptyBible,
  learnt({
    summary: "Marie arrive.",
    characters: [{ name: "Marie", text: "Une meunière." }],
    facts: ["Marie a vingt ans."],
    opened: ["Qui a brûlé le moulin ?"],
  }),
  1,
);

test("ce qu’on apprend d’un nom s’ajoute à ce qu’on en sait, une fois", () => {
  const second = addLearnt(first, learnt({ characters: [{ name: "MARIE", text: "Elle a une sœur." }] }), 2);
  expect(second.characters).toEqual([
    { name: "Marie", text: "Une meunière. Elle a une sœur.", chapter: 1, edited: false },
  ]);
  expect(
    addLearnt(second, learnt({ characters: [{ name: "Marie", text: "elle a une sœur !" }] }), 3).characters,
  ).toEqual(second.characters);
});

test("ce qu’une personne a écrit reste tel quel, ce que le modèle apprend se met à côté", () => {
  const edited = withEdit(first, {
    ...first,
    characters: [{ name: "Marie", text: "Elle a trente ans.", chapter: 1, edited: false }],
  });
  const next = addLearnt(edited, learnt({ characters: [{ name: "Marie", text: "Elle boite." }] }), 2);
  expect(next.characters).toEqual([
    { name: "Marie", text: "Elle a trente ans.", chapter: 1, edited: true },
    { name: "Marie", text: "Elle boite.", chapter: 2, edited: false },
  ]);
  expect(addLearnt(next, learnt({ characters: [{ name: "Marie", text: "Elle rit." }] }), 3).characters[1]?.text).toBe(
    "Elle boite. Elle rit.",
  );
});

test("seul ce qui change est marqué de la main d’une personne", () => {
  const edited = withEdit(first, {
    ...first,
    facts: [...first.facts, { text: "Le four est froid.", chapter: null, edited: false }],
  });
  expect(edited.facts.map((one) => one.edited)).toEqual([false, true]);
  expect(edited.characters).toEqual(first.characters);
});

test("ce qu’une personne a retiré ne revient pas, sauf si elle le remet", () => {
  const without = withEdit(first, { ...first, characters: [], facts: [], threads: [] });
  const again = learnt({
    characters: [{ name: "marie", text: "Une meunière." }],
    facts: ["Marie a vingt ans !", "Marie a un chien."],
    opened: ["Qui a brûlé le moulin ?"],
  });
  const next = addLearnt(without, again, 2);
  expect(next.characters).toEqual([]);
  expect(next.facts.map(({ text }) => text)).toEqual(["Marie a un chien."]);
  expect(next.threads).toEqual([]);
  const back = withEdit(next, { ...next, characters: first.characters });
  expect(back.removed.some((key) => key.startsWith("characters"))).toBe(false);
});

test("un fil se referme au chapitre qui le résout, sauf si une personne l’a écrit", () => {
  const closing = learnt({ closed: ["qui a brulé le moulin"] });
  expect(addLearnt(first, closing, 3).threads).toMatchObject([{ chapter: 1, closed: 3 }]);
  const edited = withEdit(first, { ...first, threads: first.threads.map((one) => ({ ...one, chapter: 2 })) });
  expect(addLearnt(edited, closing, 3).threads).toMatchObject([{ chapter: 2, closed: null, edited: true }]);
});

test("un résumé écrit par une personne n’est pas remplacé", () => {
  const edited = withEdit(emptyBible, { ...emptyBible, summaries: [{ chapter: 2, text: "Le mien.", edited: false }] });
  expect(addLearnt(edited, learnt({ summary: "Le sien." }), 2).summaries).toEqual([
    { chapter: 2, text: "Le mien.", edited: true },
  ]);
});

test("une liste pleine perd ses plus anciennes lignes, jamais celles d’une personne, et reste modifiable", () => {
  const mine = { text: "À moi.", chapter: null, edited: true };
  let bible: StoredBible = { ...emptyBible, facts: [mine] };
  for (let chapter = 1; chapter <= 30; chapter++)
    bible = addLearnt(
      bible,
      learnt({ facts: Array.from({ length: 12 }, (_, at) => `Le fait ${chapter}-${at}.`) }),
      chapter,
    );
  expect(bible.facts).toHaveLength(bibleLimits.facts);
  expect(bible.facts[0]).toEqual(mine);
  expect(bible.facts.at(-1)?.text).toBe("Le fait 30-11.");
  const { removed: _removed, ...shown } = bible;
  expect(Bible.parse(shown)).toEqual(shown);
});
