import { setTimeout as sleep } from "node:timers/promises";
import { TestClock } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { watchCpuSteal } from "#testing/machine/event-loop.ts";
import { prose } from "#testing/model/prose.ts";
import { db } from "../database/client.ts";
import { getJobChapter, getJobDetail, getResult, listJobs } from "./jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" });
});
afterAll(() => harness.close());

test("une demande devient un livre, avec un appel pour le plan et un par chapitre, et un seul événement", async () => {
  harness.reset();
  const id = await orderBook({ title: "Mon pain", topic: "Le  pain\tmaison", goal: "Réussir\nson pain" });
  const job = await waitForJob(id, "completed");
  expect(job).toMatchObject({ progress: 100, title: "Mon pain", chapters_completed: 3, total_chapters: 3 });
  expect(harness.models.journal.map((call) => call.role).sort()).toEqual(["chapter", "chapter", "chapter", "outline"]);
  const result = await getResult(id);
  if (!("book" in result)) throw new Error(result.status);
  const { book } = result;
  expect(book).toMatchObject({ book_title: "Mon pain", topic: "Le  pain\tmaison", goal: "Réussir\nson pain" });
  expect(book.chapter_count).toBe(3);
  expect(Math.abs(book.word_count - 600)).toBeLessThanOrEqual(60);
  for (const [index, { title, content }] of book.chapters.entries()) {
    expect(content.startsWith(`# ${title}\n\n`)).toBe(true);
    expect(content.match(/^# /gm)).toHaveLength(1);
    expect(title).toBe(book.outline[index]?.title);
  }
  const events = await db().event.findMany({ where: { jobId: id } });
  expect(events.map((event) => event.type)).toEqual(["book.completed"]);
  const sent = JSON.parse(events[0]?.body ?? "");
  expect(sent.book_data).toEqual(book);
});

test("le texte du modèle est composé à la française, la saisie reste telle quelle", async () => {
  const typed = { title: 'L\'eau : "oui" !', topic: "L'eau...", goal: "Savoir: quoi?" };
  harness.reset(({ role, position }) => {
    const body = prose({ seed: `${position}`, words: 190, language: "fr", sections: false });
    return role === "chapter" ? { text: `L'eau, "oui" ! ${position} pains.\n\n${body}\n\n\`l'eau !\`` } : undefined;
  });
  const id = await orderBook(typed);
  await waitForJob(id, "completed");
  const result = await getResult(id);
  if (!("book" in result)) throw new Error(result.status);
  const { book } = result;
  expect(book).toMatchObject({ book_title: typed.title, topic: typed.topic, goal: typed.goal });
  for (const { content } of book.chapters) {
    expect(content).toContain("L’eau, «\u202foui\u202f»\u202f!");
    expect(content).toContain("`l'eau !`");
  }
  const { quality, created_at } = await getJobDetail(id);
  expect(quality?.length).toMatchObject({
    asked: 200,
    chapters: book.chapters.map((_, index) => ({ position: index + 1 })),
  });
  expect(quality?.length.chapters.reduce((sum, chapter) => sum + chapter.words, 0)).toBe(book.word_count);
  expect(quality?.duplicates).toEqual({ exact: 0, near: 0, closest: [] });
  expect(quality?.structure.checks.find(({ name }) => name === "distinct_openings")?.chapters).toEqual([]);
  expect(quality?.time.total_ms).toBeGreaterThan(0);
  expect(quality?.time.total_ms).toBeLessThanOrEqual(Date.now() - Date.parse(created_at));
});

test("la progression ne recule jamais et chaque texte se demande à part", async () => {
  // Each chapter waits until what the one before has moved was seen.
  const steps = [1, 2, 3].map(() => Promise.withResolvers<void>());
  harness.reset(({ position }) => (position ? { after: steps[position - 1]?.promise } : {}));
  const id = await orderBook();
  const seen: number[] = [];
  await waitForJob(id, (job) => {
    seen.push(job.progress);
    for (const step of steps.slice(0, new Set(seen).size)) step.resolve();
    return job.status === "completed";
  });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(new Set(seen).size).toBeGreaterThan(3);
  const detail = await getJobDetail(id);
  expect(detail.chapters.every(({ state }) => state === "done")).toBe(true);
  const { title } = await getJobChapter(id, "2");
  expect(title).toBe(detail.chapters[1]?.title);
  await expect(getJobChapter(id, "31")).rejects.toThrow("introuvable");
  expect(detail.stages.map((stage) => stage.state)).toEqual(Array(5).fill("done"));
});

test("la liste va du plus récent au plus ancien, page par page, et se filtre par état", async () => {
  harness.reset();
  const ids: string[] = [];
  for (let index = 0; index < 3; index++) ids.unshift(await orderBook());
  for (const id of ids) await waitForJob(id, "completed");
  const first = await listJobs({ limit: 2 });
  expect(first.items.map((job) => job.job_id)).toEqual(ids.slice(0, 2));
  const second = await listJobs({ limit: 1, cursor: first.next_cursor ?? "" });
  expect(second.items[0]?.job_id).toBe(ids[2]);
  expect((await listJobs({ limit: 100, status: ["failed"] })).items).toEqual([]);
});

test("huit chapitres de front : leurs appels se recouvrent tous, et rien n’attend un tour de guet", async () => {
  await harness.close();
  // The clock stands still, so no timer looks.
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" }, { clock: new TestClock() });
  const begun = Promise.withResolvers<void>();
  const calls = () => harness.models.journal.filter((call) => call.role === "chapter");
  harness.reset(({ role }) => {
    // A second of real time: the server's own delays would stand still with the clock.
    if (role !== "chapter") return { after: sleep(1000) };
    if (calls().length === 8) begun.resolve();
    return { after: begun.promise.then(() => sleep(1000)) };
  });
  const watch = watchCpuSteal();
  const started = performance.now();
  await waitForJob(await orderBook({ chapters: 8 }), "completed");
  const elapsed = watch.elapsedMs(started);
  watch.stop();
  expect(calls()).toHaveLength(8);
  console.info(`huit chapitres : ${elapsed.toFixed(0)} ms pour une chaîne de 2000`);
  expect(elapsed).toBeLessThan(7000);
});
