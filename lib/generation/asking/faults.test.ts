import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { outlineAnswer } from "#testing/model/outline.ts";
import { prose } from "#testing/model/prose.ts";
import type { Behaviour } from "#testing/model/script.ts";
import { db } from "../../database/client.ts";
import { getResult } from "../jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" }, { skipsWaits: true });
});
afterAll(() => harness.close());

const roles = () => harness.models.journal.map((call) => call.role);

const outlineFor = (count: number) => outlineAnswer(`Nombre de chapitres : exactement ${count}`);

test("un plan entouré de politesses et de bloc de code se lit sans nouvel appel", async () => {
  harness.reset(({ role, prompt }) =>
    role === "outline"
      ? { text: `Voici le plan :\n\`\`\`json\n${outlineAnswer(prompt)}\n\`\`\`\nBonne lecture !` }
      : {},
  );
  await waitForJob(await orderBook(), "completed");
  expect(roles().filter((role) => role !== "chapter")).toEqual(["outline"]);
});

test.each([
  ["coupé", { text: '{"title": "Le pain", "chapters": [{"title": "Un' }],
  ["d’une autre forme", { text: '{"titre": "Le pain"}' }],
  ["au mauvais nombre de chapitres", { text: outlineFor(2) }],
  ["aux titres en double", { text: outlineFor(3).replaceAll(/Étape \d/g, "Étape") }],
] satisfies [string, Behaviour][])("un plan %s est réparé une fois", async (_name, behaviour) => {
  harness.reset(({ role }) => (role === "outline" ? behaviour : {}));
  const job = await waitForJob(await orderBook(), "completed");
  expect(job.total_chapters).toBe(3);
  expect(roles().slice(0, 2)).toEqual(["outline", "review"]);
  expect(harness.models.journal[1]?.prompt).toContain("À corriger");
});

test.each([
  ["coupé", '{"title": "Le pain", "chap', "coupé avant sa fin"],
  ["sans objet", "Je prépare le plan.", "aucun objet JSON"],
  ["d’une autre forme", '{"title": "Le pain", "chapters": [{"description": "a"}]}', "chaque chapitre ait un « title »"],
])("le modèle apprend ce qui ne va pas dans un plan %s", async (_name, text, complaint) => {
  harness.reset(({ role }) => (role === "outline" ? { text } : {}));
  await waitForJob(await orderBook({ chapters: 1 }), "completed");
  expect(roles()).toEqual(["outline", "review", "chapter"]);
  expect(harness.models.journal[1]?.prompt).toContain(complaint);
});

test("chaque défaut d’un chapitre est vu, compté et réparé par un nouvel appel", async () => {
  const faults: Behaviour[] = [
    { text: "" },
    { text: "Je suis désolé, je ne peux pas écrire sur ce sujet." },
    { finish: "content_filter", text: "" },
    { finish: "length", text: "# Étape 4\n\nUn début sans" },
    { cutAfterChars: 300 },
    { brokenLine: true },
    { status: 500 },
    { body: "<html>pas du JSON</html>" },
  ];
  harness.reset(({ role, position = 0 }, nth) => (role === "chapter" && nth === 1 ? faults[position - 1] : {}));
  const id = await orderBook({ chapters: faults.length });
  await waitForJob(id, "completed");
  const stages = await db().jobStage.findMany({
    where: { jobId: id, name: "chapter" },
    orderBy: { position: "asc" },
  });
  const chapters = await db().jobChapter.findMany({ where: { jobId: id } });
  // An outage is the provider's, and counted with its limits.
  const counted = faults.map(({ status }) => (status ? { failures: 0, limits: 1 } : { failures: 1, limits: 0 }));
  expect(stages.map(({ failures, limits }) => ({ failures, limits }))).toEqual(counted);
  expect(stages.every(({ error }) => error === null)).toBe(true);
  expect(chapters.every(({ wordCount }) => (wordCount ?? 0) >= 180)).toBe(true);
  expect(roles().filter((role) => role === "chapter")).toHaveLength(2 * faults.length);
});

test("les limites du fournisseur, attendues, ne prennent pas au chapitre ses essais", async () => {
  const limited: Behaviour = { status: 429, headers: { "retry-after": "1" } };
  const faults: Behaviour[] = [limited, limited, { cutAfterChars: 300 }, { cutAfterChars: 300 }];
  harness.reset(({ role }, nth) => (role === "chapter" ? faults[nth - 1] : {}));
  const id = await orderBook({ chapters: 1 });
  await waitForJob(id, "completed", 60);
  const chapter = await db().jobStage.findFirstOrThrow({ where: { jobId: id, name: "chapter" } });
  expect(chapter).toMatchObject({ failures: 2, limits: 2 });
});

test("un chapitre presque entier, arrêté faute de place, est gardé jusqu’à sa dernière phrase", async () => {
  const text = prose({ seed: "presque", words: 190, language: "fr" });
  harness.reset(({ role }) =>
    role === "chapter" ? { finish: "length", text: `# Titre\n\n${text} Et la fin manq` } : {},
  );
  const id = await orderBook({ chapters: 1 });
  await waitForJob(id, "completed");
  const result = await getResult(id);
  const content = "book" in result ? result.book.chapters[0]?.content : "";
  expect(content?.endsWith(text.slice(-40))).toBe(true);
  expect(roles()).toEqual(["outline", "chapter", "chapter"]);
});
