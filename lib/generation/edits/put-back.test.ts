import fc from "fast-check";
import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { typeset } from "../../document/typeset/typeset.ts";
import { EditRecord } from "../text/edits.ts";
import { putAllBack, putBack } from "./put-back.ts";

/** The edit by which one text became the other. */
function editOf(before: string, after: string, written?: string) {
  const record = new EditRecord();
  record.record("review", before, after, written);
  const [edit, ...more] = record.edits;
  if (!edit || more.length > 0) throw new Error(`${record.edits.length} retouches`);
  return edit;
}

const intro = "Le boulanger se lève avant le jour, et son four avec lui.";
const end = "Quand la croûte chante en refroidissant, la fournée est finie.";
const chapter = (...blocks: string[]) => ["# La fournée", ...blocks].join("\n\n");

test.each([
  ["un paragraphe", "Il pèse la farine."],
  ["une liste", "- l’eau\n- le sel\n- la farine"],
  ["un titre et son texte", "## 1.2 Peser\n\nIl pèse tout."],
  ["un tableau", "| eau | sel |\n| --- | --- |\n| 700 | 20 |"],
  ["du code", '```sh\necho "pain"\n```'],
  ["une formule", "$$\nm = 2x\n$$"],
  ["trois lignes de vers", "Blé d’or,\\\npain de nuit,\\\nfour."],
])("%s qui a été retiré revient à sa place, octet pour octet", (_name, block) => {
  for (const [from, to] of [
    [chapter(intro, block, end), chapter(intro, end)],
    [chapter(intro, block), chapter(intro)],
    [chapter(block, end), chapter(end)],
  ] as const)
    expect(putBack(to, editOf(from, to))).toBe(from);
});

test.each([
  ["une citation au milieu d’une phrase", "Le sel [1] ralentit la pousse.", "Le sel ralentit la pousse."],
  ["une phrase d’un paragraphe", `${intro} Il pèse. ${end}`, `${intro} ${end}`],
  ["un élément d’une liste", "- l’eau\n- le sel\n- la farine", "- l’eau\n- la farine"],
  ["un élément d’une liste emboîtée", "- pâte\n  - eau\n  - sel\n- four", "- pâte\n  - eau\n- four"],
  ["un mot remplacé", "Le pain lève vite.", "Le pain lève lentement."],
  ["un passage récrit", "Il pèse. Il pétrit. Il attend.", "Le boulanger travaille, puis il attend."],
  ["ce qui a été ajouté", "Le pain lève.", "Le pain lève.\n\nLe pain lève encore, et encore."],
])("%s revient, octet pour octet", (_name, before, after) => {
  const from = chapter(intro, before, end);
  const to = chapter(intro, after, end);
  expect(putBack(to, editOf(from, to))).toBe(from);
});

test("la place se retrouve après la composition, d’autres niveaux de titres, et un titre ajouté", async () => {
  const answer = 'Voici le chapitre :\n\n### Le four\n\nIl dit : "le four est prêt"...\n\nL\'offre : je continue ?';
  const written = '### Le four\n\nIl dit : "le four est prêt"...';
  const record = new EditRecord();
  record.record("announcement", answer, written);
  const { source } = await typeset(await openDocument(chapter(written.replace("###", "##"))));
  expect(source).toMatch(/«\s+le four est prêt\s+»…/);
  expect(putAllBack(source, record.edits)).toBe(
    source.replace("\n\n## ", "\n\nVoici le chapitre :\n\n## ").concat("\n\nL'offre : je continue ?"),
  );
});

test("ce qui continuait un texte revient à sa suite, même s’il n’en restait rien", () => {
  const edit = editOf(end, "", chapter(intro));
  expect(putBack(chapter(intro, "Autre chose, écrite ensuite par un autre appel."), edit)).toBe(
    chapter(intro, end, "Autre chose, écrite ensuite par un autre appel."),
  );
});

test("un refrain retiré entre deux couplets n’est pas mis ailleurs", () => {
  const refrain = "Tourne, tourne, meule de pierre.";
  const from = chapter("Un, le blé se lève au vent.", refrain, "Deux, le blé se couche au soir.", refrain, end);
  const to = chapter("Un, le blé se lève au vent.", refrain, "Deux, le blé se couche au soir.", end);
  expect(putBack(to, editOf(from, to))).toBe(from);
});

test("un passage récrit depuis, ou une place que deux endroits réclament, ne se devinent pas", () => {
  const edit = editOf(chapter(intro, "Il pèse.", end), chapter(intro, "Il compte ses sacs de farine.", end));
  expect(putBack(chapter(intro, "Il compte sa monnaie.", end), edit)).toBeUndefined();
  expect(putBack(chapter("Tout a été récrit."), edit)).toBeUndefined();
  const removal = editOf(`${intro}\n\nIl pèse.\n\n${end}`, `${intro}\n\n${end}`);
  expect(putBack(chapter(intro, end, intro, end), removal)).toBeUndefined();
  expect(putBack(chapter("Tout a été récrit."), removal)).toBeUndefined();
});

const sentence = (number: number) =>
  `Phrase ${number} du boulanger numéro ${number * 7919}, qui parle de la fournée ${number * 31}.`;

/** Blocks, and for each the round of the record in which it is taken out; round 0 keeps it. */
const removals = fc.array(fc.nat(4), { minLength: 2, maxLength: 14 }).filter((rounds) => rounds.includes(0));

test("des retouches remises toutes ensemble, ou en partie, rendent les blocs dans leur ordre", () => {
  fc.assert(
    fc.property(removals, fc.nat(2 ** 14), (rounds, chosen) => {
      const record = new EditRecord();
      const states = [0, 1, 2, 3, 4].map((done) =>
        chapter(...rounds.flatMap((round, index) => (round > 0 && round <= done ? [] : [sentence(index)]))),
      );
      for (const [index, state] of states.entries()) record.record("repeat", states[index - 1] ?? state, state);
      const last = states.at(-1) ?? "";
      expect(putAllBack(last, record.edits)).toBe(states[0]);
      const some = record.edits.filter((_edit, index) => chosen & (1 << index));
      const kept = new Set([...last.split("\n\n"), ...some.flatMap(({ before }) => before.split("\n\n"))]);
      const expected = states[0]?.split("\n\n").filter((block) => kept.has(block));
      expect(putAllBack(last, some)).toBe(expected?.join("\n\n"));
    }),
    { numRuns: 300 },
  );
});

test("une retouche qu’une autre a récrite revient avec elle, et pas sans elle", () => {
  const record = new EditRecord();
  const [cited, plain, rewritten] = ["Le sel [1] ralentit la pousse.", "Le sel ralentit la pousse.", "Le sel freine."];
  record.record("citation", chapter(intro, cited, end), chapter(intro, plain, end));
  record.record("review", chapter(intro, plain, end), chapter(intro, rewritten, end));
  const [first] = record.edits;
  expect(putAllBack(chapter(intro, rewritten, end), record.edits)).toBe(chapter(intro, cited, end));
  expect(first && putBack(chapter(intro, rewritten, end), first)).toBeUndefined();
});
