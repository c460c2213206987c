import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { chapterAnswer } from "#testing/model/answers.ts";
import { continuityAnswer } from "#testing/model/continuity.ts";
import type { Exchange, Script } from "#testing/model/script.ts";
import { BibleEdit } from "../../contract/bible.ts";
import type { BookRequest } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import { approveOutline } from "../jobs/approval.ts";
import { editBible, getBible } from "../jobs/bible.ts";
import { getJobDetail } from "../jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "4" });
});
afterAll(() => harness.close());

const order = (fields: Partial<BookRequest> = {}) => orderBook({ continuity: "sequential", ...fields });
const asked = (role: Exchange["role"], position?: number) =>
  harness.models.journal.filter((call) => call.role === role && (position === undefined || call.position === position));
const calls = () =>
  harness.models.journal.map(({ role, position }) => (position === undefined ? role : `${role} ${position}`));

/** Marie and the mill stand in the first chapter, Paul in the second. */
const told: Record<number, string> = {
  1: "Marie Ferrand, la meunière, arrive un matin d’avril au moulin de Kervat avec sa malle de cuir.",
  2: "Paul Legoff répare la grande roue et promet à Marie Ferrand de revenir avant la moisson.",
  3: "Le moulin de Kervat tourne encore quand la moisson commence.",
};
const said: Record<number, Parameters<typeof continuityAnswer>[1]> = {
  1: {
    summary: "Marie Ferrand arrive au moulin de Kervat un matin d’avril.",
    characters: [
      { name: "Marie Ferrand", description: "La meunière, qui arrive avec sa malle de cuir." },
      { name: "Gaspard", description: "Un meunier que le chapitre ne nomme pas." },
    ],
    places: [{ name: "moulin de Kervat", description: "Le moulin où arrive la meunière." }],
    facts: ["Marie Ferrand arrive en avril avec une malle de cuir."],
    opened: ["Pourquoi la meunière arrive-t-elle avec sa malle de cuir ?"],
  },
  2: {
    summary: "Paul Legoff répare la roue et promet à Marie de revenir avant la moisson.",
    characters: [{ name: "Paul Legoff", description: "Il répare la grande roue." }],
    facts: ["Paul Legoff promet de revenir avant la moisson."],
    opened: [],
  },
};
const story: Script = ({ role, prompt, position = 0 }) => {
  if (role === "chapter") {
    const [title, ...rest] = chapterAnswer(prompt).split("\n\n");
    return { text: [title, told[position], ...rest].join("\n\n") };
  }
  return role === "continuity" ? { text: continuityAnswer(prompt, said[position]) } : {};
};

test("les chapitres s’écrivent dans l’ordre, chacun sait ce que les précédents ont établi", async () => {
  harness.reset(story);
  const id = await order();
  await waitForJob(id, "completed");
  expect(calls().filter((call) => call !== "review")).toEqual([
    "outline",
    "chapter 1",
    "continuity 1",
    "chapter 2",
    "continuity 2",
    "chapter 3",
    "continuity 3",
  ]);
  const [first, second, third] = asked("chapter").map(({ prompt }) => prompt);
  expect(first).not.toContain("Ce que racontent");
  for (const part of [
    "Chapitre 1 : Marie Ferrand arrive au moulin de Kervat un matin d’avril.",
    "- Marie Ferrand : La meunière, qui arrive avec sa malle de cuir. (chapitre 1)",
    "Lieux déjà établis :\n- moulin de Kervat",
    "- Marie Ferrand arrive en avril avec une malle de cuir. (chapitre 1)",
    "Fils encore ouverts :\n- Pourquoi la meunière",
  ])
    expect(second).toContain(part);
  expect(second).not.toContain("Gaspard");
  expect(second?.trimEnd().split("\n").at(-1)).toMatch(/^Longueur attendue : environ \d+ mots/);
  expect(third).toContain("Chapitre 2 : Paul Legoff répare la roue");
  for (const { system, prompt } of asked("continuity")) {
    const question = `${system}\n${prompt}`;
    for (const landmark of ["Chapitre à écrire", "environ", "déjà écrit", '"""', '"chapters":'])
      expect(question).not.toContain(landmark);
  }
  const bible = await getBible(id);
  expect(bible.characters.map(({ name, chapter }) => [name, chapter])).toEqual(
    expect.arrayContaining([
      ["Marie Ferrand", 1],
      ["Paul Legoff", 2],
    ]),
  );
  const { stages, warnings } = await getJobDetail(id);
  expect(stages.find(({ name }) => name === "continuity")).toMatchObject({ state: "done", usage: { calls: 3 } });
  expect(warnings.filter(({ code }) => code === "continuity")).toEqual([]);
});

test("un livre en parallèle ne demande rien de plus et n’a pas de bible", async () => {
  harness.reset(story);
  const id = await orderBook();
  await waitForJob(id, "completed");
  expect(asked("continuity")).toEqual([]);
  expect((await getJobDetail(id)).stages.map(({ name }) => name)).not.toContain("continuity");
  await expect(getBible(id)).rejects.toMatchObject({ code: "conflict" });
});

test("la pause attend après chaque chapitre sauf le dernier, et la bible modifiée vaut pour le suivant", async () => {
  harness.reset(story);
  const id = await order({ pause_after_chapter: true });
  const paused = (count: number) =>
    waitForJob(id, ({ status, chapters_completed }) => status === "awaiting_approval" && chapters_completed === count);
  expect((await paused(1)).message).toBe("Chapitre 1 écrit\u202f: à vous de continuer");
  await approveOutline(id, {});
  await expect(approveOutline(id, {})).rejects.toMatchObject({ code: "conflict" });
  await paused(2);
  const bible = await getBible(id);
  const edit = BibleEdit.parse({
    ...bible,
    characters: bible.characters.map((one) =>
      one.name === "Paul Legoff" ? { ...one, text: "Il a soixante ans." } : one,
    ),
    facts: [...bible.facts, { text: "Le moulin a brûlé en 1870.", chapter: null }],
    threads: [],
  });
  const saved = await editBible(id, edit);
  expect(saved.version).toBe(bible.version + 1);
  await expect(editBible(id, edit)).rejects.toMatchObject({ code: "conflict" });
  await expect(approveOutline(id, { version: bible.version })).rejects.toMatchObject({ code: "conflict" });
  await approveOutline(id, { version: saved.version });
  await waitForJob(id, "completed");
  const [third] = asked("chapter", 3);
  expect(third?.prompt).toContain("- Paul Legoff : Il a soixante ans. (chapitre 2)");
  expect(third?.prompt).toContain("- Le moulin a brûlé en 1870.\n");
  expect(third?.prompt).not.toContain("Fils encore ouverts");
  const after = await getBible(id);
  expect(after.characters.find(({ name }) => name === "Paul Legoff")).toMatchObject({ edited: true });
  expect(after.characters.find(({ name }) => name === "Marie Ferrand")).toMatchObject({ edited: false });
});

test("une contradiction devient une réserve de son chapitre, une ligne qui n’existe pas n’en fait aucune", async () => {
  harness.reset((exchange, nth) => {
    if (exchange.role !== "continuity" || exchange.position !== 2) return story(exchange, nth);
    const number = /^(\d+)\. \[fait\]/m.exec(exchange.prompt)?.[1] ?? "";
    const contradictions = [
      { entry: number, text: "Paul Legoff promet de revenir avant la moisson." },
      { entry: "77", text: "Paul Legoff répare la grande roue." },
    ];
    return { text: continuityAnswer(exchange.prompt, { ...said[2], contradictions }) };
  });
  const id = await order();
  await waitForJob(id, "completed");
  const found = (await getJobDetail(id)).warnings.filter(({ code }) => code === "continuity");
  expect(found).toEqual([
    {
      code: "continuity",
      chapter: 2,
      message:
        "Le texte dit «\u202fPaul Legoff promet de revenir avant la moisson.\u202f», contre ce qui est établi\u202f: «\u202fMarie Ferrand arrive en avril avec une malle de cuir.\u202f» (chapitre 1). À corriger dans l’un des deux.",
    },
  ]);
  expect((await getBible(id)).warnings).toEqual(found);
});

test.each([
  ["un chapitre", () => "# Étape\n\nUn texte qui n’a rien à voir, sans aucune accolade."],
  ["un plan", () => JSON.stringify({ title: "Le pain", chapters: [{ title: "Un", description: "Deux" }] })],
  ["notre exemple", ({ system }: Exchange) => system.split("\n").at(-1) ?? ""],
  ["un refus", () => "Je suis désolé, je ne peux pas."],
  [
    "le relevé d’un autre livre",
    () => JSON.stringify({ summary: "Une fusée quitte Neptune.", facts: ["Zorg commande."] }),
  ],
])("une réponse qui est %s n’arrête pas le livre, et se dit en réserve", async (_name, textOf) => {
  harness.reset((exchange, nth) =>
    exchange.role === "continuity" && exchange.position === 1 ? { text: textOf(exchange) } : story(exchange, nth),
  );
  const id = await order({ chapters: 2 });
  await waitForJob(id, "completed");
  expect(asked("continuity", 1)).toHaveLength(1);
  const { summaries } = await getBible(id);
  expect(summaries.map(({ chapter }) => chapter)).toEqual([2]);
  expect((await getJobDetail(id)).warnings.filter(({ code }) => code === "continuity")).toMatchObject([
    { chapter: 1, message: expect.stringContaining("rien relevé d’utilisable") },
  ]);
});

test("un relevé coupé garde ce qui en est venu", async () => {
  harness.reset((exchange, nth) =>
    exchange.role === "continuity"
      ? { text: `Voici :\n\`\`\`json\n${continuityAnswer(exchange.prompt, said[1]).slice(0, 330)}`, finish: "length" }
      : story(exchange, nth),
  );
  const id = await order({ chapters: 1 });
  await waitForJob(id, "completed");
  const { summaries, characters } = await getBible(id);
  expect(summaries).toMatchObject([{ chapter: 1, text: said[1]?.summary }]);
  expect(characters).toMatchObject([{ name: "Marie Ferrand" }]);
  expect(await db().jobStage.findFirst({ where: { jobId: id, name: "continuity" } })).toMatchObject({ error: null });
});
