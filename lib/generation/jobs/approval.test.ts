import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { OutlineEdit } from "../../contract/outline.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { startGeneration } from "../worker/worker.ts";
import { approveOutline, editOutline, getOutline } from "./approval.ts";
import { cancelJob } from "./cancel.ts";
import { getJobDetail, getResult } from "./jobs.ts";
import { retryJob } from "./retry.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "4" });
});
afterAll(() => harness.close());

const waiting = async () => {
  const id = await orderBook({ review_outline: true });
  await waitForJob(id, "awaiting_approval");
  return id;
};
const chapterCalls = () => harness.models.journal.filter(({ role }) => role === "chapter");

test("le plan attend, même redémarré, puis s’écrit tel qu’il a été modifié, réordonné, complété et allégé", async () => {
  harness.reset();
  const id = await waiting();
  await harness.stop();
  harness.stop = await startGeneration(await boss());
  const job = await waitForJob(id, "awaiting_approval");
  expect(job).toMatchObject({ message: "Plan à relire", progress: 20, total_chapters: 3, chapters_completed: 0 });
  expect(chapterCalls()).toEqual([]);

  const { version, title, chapters } = await getOutline(id);
  expect(chapters.map(({ words }) => words)).toEqual([200, 200, 200]);
  const [first, second, third] = chapters as [OutlineEdit["chapters"][0], OutlineEdit["chapters"][0], object];
  expect(third).toBeDefined();
  const added = {
    ...first,
    description: "De l’eau.",
    title: 'L\'eau : "oui" !',
    key_points: ["Le point ajouté"],
    words: 300,
    defines: [],
  };
  const edited = { version, title: `${title}...`, chapters: [added, { ...second, title: "Le deuxième" }, first] };
  const saved = await editOutline(id, OutlineEdit.parse(edited));
  expect(saved).toEqual({ ...edited, version: version + 1 });
  expect((await getJobDetail(id)).outline).toEqual(saved);
  await expect(editOutline(id, OutlineEdit.parse(edited))).rejects.toMatchObject({ code: "conflict" });
  await expect(approveOutline(id, { version })).rejects.toMatchObject({ code: "conflict" });

  expect(await approveOutline(id, { version: saved.version })).toMatchObject({
    status: "writing_chapters",
    progress: 20,
  });
  await waitForJob(id, "completed");
  const result = await getResult(id);
  if (!("book" in result)) throw new Error(result.status);
  expect(result.book.book_title).toBe(`${title}...`);
  expect(result.book.chapters.map((chapter) => chapter.title)).toEqual(edited.chapters.map((chapter) => chapter.title));
  for (const chapter of result.book.chapters) expect(chapter.content.startsWith(`# ${chapter.title}\n\n`)).toBe(true);
  const asked = chapterCalls().find(({ position }) => position === 1)?.prompt;
  expect(asked).toContain(`Chapitre à écrire : 1. ${added.title}`);
  expect(asked).toContain("- Le point ajouté");
  expect(asked).not.toContain("Étape 3");
  await expect(editOutline(id, { ...OutlineEdit.parse(edited), version: saved.version })).rejects.toThrow(
    "n’attend pas",
  );
});

test("approuvé deux fois à la fois, chaque chapitre n’est écrit qu’une fois", async () => {
  harness.reset();
  const id = await waiting();
  const answers = await Promise.allSettled([1, 2, 3].map(() => approveOutline(id, {})));
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  await waitForJob(id, "completed");
  expect(
    chapterCalls()
      .map(({ position }) => position)
      .sort(),
  ).toEqual([1, 2, 3]);
  expect(await db().event.count({ where: { jobId: id } })).toBe(1);
});

test("annulée pendant qu’elle attend, une rédaction reprise attend de nouveau ; échouée après, elle garde son plan", async () => {
  harness.reset();
  const id = await waiting();
  const { version, title, chapters } = await getOutline(id);
  await editOutline(id, { version, title, chapters: chapters.slice(0, 2) });
  expect((await cancelJob(id)).status).toBe("cancelled");
  await expect(approveOutline(id, {})).rejects.toMatchObject({ code: "conflict" });
  expect(await retryJob(id)).toMatchObject({ status: "awaiting_approval", total_chapters: 2, progress: 20 });
  harness.reset(({ position }) => (position === 2 ? { status: 400 } : {}));
  await approveOutline(id, {});
  await waitForJob(id, "failed");
  harness.reset();
  expect(await retryJob(id)).toMatchObject({ status: "writing_chapters", total_chapters: 2 });
  await waitForJob(id, "completed");
  expect(harness.models.journal.every(({ role }) => role === "chapter")).toBe(true);
});

test("un plan qu’on n’a pas demandé à relire n’attend personne", async () => {
  harness.reset();
  const id = await orderBook({ chapters: 1 });
  await waitForJob(id, "completed");
  await expect(approveOutline(id, {})).rejects.toMatchObject({ code: "conflict" });
  await expect(getOutline("0198c0de-0000-7000-8000-000000000000")).rejects.toMatchObject({ code: "not_found" });
});

const chapter = { title: "Un", description: "", key_points: [], words: 200 };
test.each([
  ["sans chapitre", { chapters: [] }, "chapters"],
  [
    "de trente et un chapitres",
    { chapters: Array.from({ length: 31 }, (_, at) => ({ ...chapter, title: `${at}` })) },
    "chapters",
  ],
  ["au titre vide", { title: " " }, "title"],
  ["à deux titres égaux", { chapters: [chapter, { ...chapter, title: "un " }] }, "chapters.1.title"],
  [
    "à deux titres que seuls un accent et un signe distinguent",
    {
      chapters: [
        { ...chapter, title: "Étape : un" },
        { ...chapter, title: "Etape un" },
      ],
    },
    "chapters.1.title",
  ],
  [
    "à deux descriptions égales",
    {
      chapters: [
        { ...chapter, description: "Le sel et l’eau." },
        { ...chapter, title: "Deux", description: "le sel, et l’eau" },
      ],
    },
    "chapters.1.description",
  ],
  ["au titre de deux lignes", { chapters: [{ ...chapter, title: "a\nb" }] }, "chapters.0.title"],
  ["au budget trop court", { chapters: [{ ...chapter, words: 199 }] }, "chapters.0.words"],
  [
    "à la description trop longue",
    { chapters: [{ ...chapter, description: "x".repeat(2001) }] },
    "chapters.0.description",
  ],
  ["au point clé vide", { chapters: [{ ...chapter, key_points: ["a", ""] }] }, "chapters.0.key_points.1"],
  ["sans version", { version: undefined }, "version"],
])("un plan %s est refusé, le champ nommé", (_name, change, path) => {
  const parsed = OutlineEdit.safeParse({ version: 1, title: "Le pain", chapters: [chapter], ...change });
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});
