import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { startLocalServer } from "#testing/model/local.ts";
import type { ModelServer } from "#testing/model/server.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";
import { briefOf } from "../brief/job-brief.ts";
import { chapterPrompt } from "../prompts/chapter.ts";
import { fitToWindow, mostWords } from "./fit.ts";
import { beginWriting } from "./writing.ts";

let harness: GenerationHarness;
const servers: ModelServer[] = [];
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
});
afterAll(async () => {
  await harness.close();
  await Promise.all(servers.map((server) => server.close()));
});

test.each([2048, 4096])(
  "un livre se fait par une fenêtre de %i tokens, sans qu’une demande la dépasse",
  async (window) => {
    const server = await startLocalServer({ kind: "llamacpp", window });
    servers.push(server);
    Object.assign(process.env, { BOOK_MODEL: "llamacpp:fake", LLAMACPP_BASE_URL: server.baseUrl });
    reloadEnv();
    const id = await orderBook({ chapters: 4, words_per_chapter: 1500 });
    await waitForJob(id, "completed", 100);
    expect(server.journal.filter(({ status }) => status !== 200)).toEqual([]);
    const calls = await db().modelCall.findMany({ where: { jobId: id, role: "chapter" } });
    expect(calls.filter(({ outcome }) => outcome !== "answered")).toEqual([]);
    expect(new Set(calls.map(({ ended }) => ended))).toEqual(new Set(["whole"]));
  },
  120_000,
);

test("vingt chapitres dans l’ordre passent par une fenêtre de 4096 tokens, sans qu’une demande la dépasse", async () => {
  const server = await startLocalServer({ kind: "llamacpp", window: 4096 });
  servers.push(server);
  Object.assign(process.env, { BOOK_MODEL: "llamacpp:fake", LLAMACPP_BASE_URL: server.baseUrl });
  reloadEnv();
  const id = await orderBook({ chapters: 20, words_per_chapter: 1000, continuity: "sequential" });
  await waitForJob(id, "completed", 170);
  expect(server.journal.filter(({ status }) => status !== 200)).toEqual([]);
  const calls = await db().modelCall.findMany({ where: { jobId: id, stage: { in: ["chapter", "continuity"] } } });
  expect(calls.filter(({ outcome, ended }) => outcome !== "answered" || ended !== "whole")).toEqual([]);
  expect(calls.filter(({ stage }) => stage === "continuity")).toHaveLength(20);
  const last = server.journal.filter(({ role, position }) => role === "chapter" && position === 20)[0]?.prompt;
  expect(last).toMatch(/^Chapitre 19 : /m);
}, 180_000);

const chapter = (nth: number) => ({
  title: `Titre ${nth}`,
  description: `Description ${nth}. ${"Ce chapitre dit beaucoup de choses utiles. ".repeat(8)}`,
  key_points: ["Un", "Deux", "Trois"],
  defines: [{ term: `Terme ${nth}`, definition: "Une définition assez longue pour compter dans la demande." }],
  elsewhere: [],
});
const outline = { title: "Le pain", chapters: Array.from({ length: 30 }, (_, index) => chapter(index + 1)) };
const notes = Array.from({ length: 30 }, (_, index) => `- Une note de plusieurs mots, la ${index}e. [S1]`).join("\n");
const request = briefOf({
  title: null,
  topic: "Le pain",
  goal: "En faire",
  model: "x",
  options: { words_per_chapter: 1000 },
});

test.each([2048, 4096, 8192, undefined])("le chapitre garde son propre plan, et l’entour diminue : %s", (window) => {
  const ask = () => Promise.reject(new Error("aucun appel"));
  const writing = beginWriting(request, { ask, outline, position: 15, sources: [], notes, window });
  const words = mostWords(writing, 1000);
  const { system, prompt } = fitToWindow(writing, words, (fitted) => chapterPrompt({ ...fitted, words }));
  for (const kept of [
    "Chapitre à écrire : 15. Titre 15\nDescription : Description 15.",
    "- Deux",
    "30. Titre 30",
    "1. Titre 1",
  ])
    expect(prompt).toContain(kept);
  if (window !== undefined) expect((system.length + prompt.length) / 3 + 2 * words).toBeLessThan(window);
  expect(prompt.includes("1. Titre 1 : Description 1.")).toBe((window ?? 10_000) > 8000);
});
