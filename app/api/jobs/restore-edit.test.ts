import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#lib/database/client.ts";
import { wordsIn } from "#lib/document/words.ts";
import { getJobEdits } from "#lib/generation/jobs/edits.ts";
import { getJob, getJobDetail, getResult } from "#lib/generation/jobs/jobs.ts";
import { restoreEdit } from "#lib/generation/jobs/restore-edit.ts";
import { boss } from "#lib/queue/boss.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { pollUntil } from "#testing/machine/poll.ts";
import { chapterAnswer } from "#testing/model/answers.ts";
import { prose } from "#testing/model/prose.ts";
import type { Script } from "#testing/model/script.ts";
import { type OwnShelf, startOwnShelf } from "#testing/servers/own-shelf.ts";
import { DELETE, POST } from "./[id]/edits/[edit_id]/restore/route.ts";

let harness: GenerationHarness;
let shelf: OwnShelf;
let stopDelivery: () => Promise<void>;
beforeAll(async () => {
  shelf = await startOwnShelf();
  setEnv({ PORT: String(shelf.port), WEBHOOK_URL: shelf.url, WEBHOOK_RETRY_SCHEDULE: "0s" });
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" }, { skipsWaits: true });
  stopDelivery = await startDelivery(await boss());
});
afterAll(async () => {
  await stopDelivery();
  await harness.close();
  await shelf.close();
});
beforeEach(() => harness.reset());

const said = prose({ seed: "redite", words: 60, language: "fr", sections: false });
/** The second chapter says a paragraph of the first, and the model talks to whoever asked. */
const script: Script = ({ role, prompt, position = 0 }) => {
  if (role !== "chapter") return {};
  const paragraphs = chapterAnswer(prompt).split("\n\n");
  const at = paragraphs.findIndex((one, index) => index > 1 && !one.startsWith("#"));
  const text = paragraphs.map((one, index) => (index === at && position < 3 ? said : one)).join("\n\n");
  return { text: `Voici le chapitre ${position} :\n\n${text}\n\nSouhaitez-vous que je continue ?` };
};

async function writeBook(fields: Parameters<typeof orderBook>[0] = {}) {
  harness.reset(script);
  const id = await orderBook({ chapters: 3, words_per_chapter: 300, ...fields });
  await waitForJob(id, ({ webhook }) => webhook.status === "delivered", 100);
  return id;
}

const contentsOf = async (id: string) => {
  const result = await getResult(id);
  return "book" in result ? result.book.chapters.map(({ content }) => content) : [];
};

/** The book on the shelf, once it has so many versions. */
const onShelf = (jobId: string, version: number) =>
  pollUntil(
    () => db().bookVersion.findFirst({ where: { book: { jobId }, latest: true }, include: { chapters: true } }),
    (latest) => latest?.number === version,
    { timeoutMs: 30_000, toMessage: (latest) => `la version ${latest?.number} au lieu de ${version}` },
  );
const textsOf = (book: Awaited<ReturnType<typeof onShelf>>) =>
  book?.chapters.toSorted((a, b) => a.position - b.position).map(({ content }) => content);

const review = "2-review-1";
const announcement = "1-chapter-1";

test("une retouche remise fait une version de plus, arrivée par le webhook ; retirée, le livre est celui d’avant", async () => {
  const id = await writeBook();
  const { items } = await getJobEdits(id);
  const edit = items.find((one) => one.id === review);
  expect(edit).toMatchObject({ reason: "review", restored: false, restorable: true });
  const before = await contentsOf(id);
  expect(before[1]).not.toContain(said);
  const { quality } = await getJobDetail(id);
  expect(quality?.duplicates.exact).toBe(0);

  expect(await restoreEdit(id, review, true)).toMatchObject({ id: review, restored: true, sent_to: 1 });
  const after = await contentsOf(id);
  expect(after[1]).toBe(before[1]?.replace(edit?.after ?? "", edit?.before ?? ""));
  expect(after[1]).toContain(said);
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  expect(textsOf(await onShelf(id, 2))).toEqual(after);
  const event = await db().event.findFirstOrThrow({ where: { jobId: id, type: "book.updated" } });
  expect(JSON.parse(event.body ?? "")).toMatchObject({ status: "completed", book_data: { chapter_count: 3 } });
  // Its measures are those of the text that it has now.
  const detail = await getJobDetail(id);
  expect(detail.quality?.duplicates.exact).toBe(1);
  expect(detail.warnings.map(({ code, chapter }) => `${code} ${chapter}`)).toContain("duplicate 2");
  expect(detail.chapters[1]?.word_count).toBe(wordsIn(after[1] ?? "").length);

  expect(await restoreEdit(id, review, false)).toMatchObject({ restored: false, restorable: true });
  expect(await contentsOf(id)).toEqual(before);
  expect(textsOf(await onShelf(id, 3))).toEqual(before);
  expect((await getJob(id)).warnings).toEqual([]);
  expect((await getJob(id)).webhook.status).toBe("delivered");

  // The same twice, and all at once.
  const updates = () => db().event.count({ where: { jobId: id, type: "book.updated" } });
  expect(await restoreEdit(id, review, false)).not.toHaveProperty("sent_to");
  expect(await updates()).toBe(2);
  const some = [items[0], items[1], edit].flatMap((one) => one ?? []);
  const ids = some.map((one) => one.id);
  await Promise.all([...ids, ...ids].map((one) => restoreEdit(id, one, true)));
  expect(await updates()).toBe(2 + ids.length);
  const all = (await contentsOf(id)).join("\n");
  for (const one of some) expect(all).toContain(one.before);
  await Promise.all(ids.map((one) => restoreEdit(id, one, false)));
  expect(await contentsOf(id)).toEqual(before);
}, 200_000);

test("un passage changé depuis, une rédaction en cours et ce qui n’existe pas sont refusés, et rien ne part", async () => {
  const id = await writeBook();
  await restoreEdit(id, announcement, true);
  const content = "# Étape 1 de la découverte\n\nTout a été récrit depuis, par quelqu’un d’autre.";
  await db().jobChapter.updateMany({ where: { jobId: id, position: 1 }, data: { content } });
  expect((await getJobEdits(id)).items.find((one) => one.id === announcement)).toMatchObject({ restored: false });
  await expect(restoreEdit(id, "1-chapter-2", true)).rejects.toMatchObject({ code: "conflict" });
  // What was written since is kept when another chapter changes.
  await restoreEdit(id, review, true);
  expect((await contentsOf(id))[0]).toBe(content);

  await expect(restoreEdit(id, "1-chapter-99", true)).rejects.toMatchObject({ code: "not_found" });
  await expect(restoreEdit(id, "x", true)).rejects.toMatchObject({ code: "not_found" });
  await expect(restoreEdit("inconnue", review, true)).rejects.toMatchObject({ code: "not_found" });
  const events = await db().event.count({ where: { jobId: id } });
  await db().job.update({ where: { id }, data: { status: "writing_chapters" } });
  await expect(restoreEdit(id, review, false)).rejects.toMatchObject({ code: "conflict" });
  expect((await getJobEdits(id)).items.some(({ restorable }) => restorable)).toBe(false);
  expect(await db().event.count({ where: { jobId: id } })).toBe(events);
}, 200_000);

test("l’API remet et retire, et dit ce qu’elle refuse", async () => {
  const id = await writeBook();
  const call = async (method: typeof POST, edit_id: string) => {
    const request = new Request(`http://localhost/api/jobs/${id}/edits/${edit_id}/restore`);
    const answer = await method(request, { params: Promise.resolve({ id, edit_id }) });
    return { status: answer.status, body: await answer.json() };
  };
  expect(await call(POST, announcement)).toMatchObject({ status: 200, body: { restored: true, sent_to: 1 } });
  expect((await contentsOf(id))[0]).toMatch(/^# [^\n]+\n\nVoici le chapitre 1 :\n\n/);
  expect(await call(DELETE, announcement)).toMatchObject({ status: 200, body: { restored: false } });
  expect(await call(POST, "9-chapter-1")).toMatchObject({
    status: 404,
    body: { message: "Retouche\u202f: introuvable." },
  });
}, 200_000);

test("une source citée se numérote de nouveau, un repère remis reste, et une retouche repose sur une autre", async () => {
  const id = await writeBook();
  await db().jobSource.create({
    data: {
      jobId: id,
      number: 1,
      url: "https://exemple.fr/pain",
      title: "Le pain",
      retrievedAt: new Date(),
      hash: "a",
    },
  });
  const [first = ""] = await contentsOf(id);
  const chapter = { jobId: id, position: 1 };
  const [, , opening = ""] = first.split("\n\n");
  const rewritten = "Le boulanger travaille en silence, et son levain avec lui, jusqu’au matin.";
  const content = first.replace(opening, rewritten);
  await db().jobChapter.updateMany({ where: chapter, data: { content } });
  const around = { lead: first.slice(0, first.indexOf(opening)), trail: first.split(opening)[1] ?? "" };
  const cited = opening.replace(".", " [S1][S9].");
  const edit = { ...chapter, stage: "review" as const, reason: "review", ...around };
  await db().jobEdit.createMany({
    data: [
      { ...edit, number: 1, before: cited, after: opening },
      { ...edit, number: 2, before: opening, after: rewritten },
    ],
  });
  await expect(restoreEdit(id, "1-review-1", true)).rejects.toMatchObject({ code: "conflict" });
  await restoreEdit(id, "1-review-2", true);
  expect((await contentsOf(id))[0]).toBe(first);
  await restoreEdit(id, "1-review-1", true);
  const [restored = ""] = await contentsOf(id);
  expect(restored).toContain("\u00a0[[1]](https://exemple.fr/pain)[S9].");
  expect(restored).toContain("\n\n## Sources\n\n1. [Le pain](https://exemple.fr/pain)");
  await expect(restoreEdit(id, "1-review-2", false)).rejects.toMatchObject({ code: "conflict" });
  await restoreEdit(id, "1-review-1", false);
  await restoreEdit(id, "1-review-2", false);
  expect((await contentsOf(id))[0]).toBe(content);
}, 200_000);
