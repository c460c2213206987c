import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { readRecorded, replayed } from "#testing/model/recorded.ts";
import { parseEnv, reloadEnv } from "../../../env.ts";
import { getResult } from "../../jobs/jobs.ts";

const key = "sk-une-cle-de-test-0123456789";
let harness: GenerationHarness;
let data: string;
let folder: string;
beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), "echanges-"));
  folder = path.join(data, "echanges");
  harness = await openGenerationHarness({ OPENAI_COMPATIBLE_API_KEY: key }, { skipsWaits: true });
  Object.assign(process.env, { DATA_DIR: data, RECORD_MODEL_CALLS: "echanges" });
  reloadEnv();
});
afterAll(async () => {
  await harness.close();
  rmSync(data, { recursive: true });
});

async function writeBook() {
  const id = await orderBook({ chapters: 2 });
  await waitForJob(id, "completed", 60);
  const result = await getResult(id);
  if (!("book" in result)) throw new Error(result.status);
  return result.book.chapters;
}
const files = () => readdirSync(folder).map((name) => path.join(folder, name));
const outcomes = () => harness.models.journal.map(({ role, position = 0, aborted }) => ({ role, position, aborted }));
const byChapter = (one: { position: number }, other: { position: number }) => one.position - other.position;

test("un livre dont les appels échouent, tardent et se coupent est enregistré sans clé, et se rejoue à l’identique", async () => {
  harness.reset(({ role, position, authorization }, nth) => {
    if (role === "outline" && nth === 1)
      return { status: 429, body: `{"error": {"message": "trop, ${authorization}"}}` };
    if (position === 1 && nth === 1) return { cutAfterChars: 300 };
    if (position === 1) return { rewrite: (event) => event.replaceAll("\n", "\r\n") };
    return { drip: { chars: 40, everyMs: 2 } };
  });
  const chapters = await writeBook();
  const first = outcomes();
  expect(first.length).toBeGreaterThan(4);
  await expect.poll(() => files().length).toBe(first.length);
  for (const file of files()) {
    expect(readFileSync(file, "utf8")).not.toContain(key.slice(3));
    expect(statSync(file).mode & 0o077).toBe(0);
  }
  expect(statSync(folder).mode & 0o077).toBe(0);

  const recordings = readRecorded(folder);
  expect(recordings.map(({ end, response }) => [response?.status, end])).toContainEqual([429, "complete"]);
  expect(recordings.filter(({ end }) => end === "cut")).toHaveLength(1);
  harness.reset(replayed(recordings));
  expect(await writeBook()).toEqual(chapters);
  expect(outcomes().sort(byChapter)).toEqual(first.sort(byChapter));
});

test("un dossier plein ou interdit n’enregistre plus, et les livres s’écrivent", async () => {
  for (let file = files().length; file < 500; file++) writeFileSync(path.join(folder, `${file}.json`), "{}");
  harness.reset();
  await writeBook();
  expect(files()).toHaveLength(500);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "un fichier à sa place");
  await writeBook();
  rmSync(folder);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "gros.json"), "a".repeat(100 * 1024 * 1024));
  await writeBook();
  expect(files()).toHaveLength(1);
});

test("sans la variable, rien ne s’enregistre", async () => {
  rmSync(folder, { recursive: true });
  delete process.env.RECORD_MODEL_CALLS;
  reloadEnv();
  harness.reset();
  await writeBook();
  expect(readdirSync(data)).toEqual([]);
});

test.each(["../ailleurs", "/tmp", "a/b", "database", ".", "un dossier", "a".repeat(65)])(
  "RECORD_MODEL_CALLS=%s arrête le départ : rien ne s’écrit hors de DATA_DIR",
  (RECORD_MODEL_CALLS) => {
    expect(() => parseEnv({ RECORD_MODEL_CALLS })).toThrow(/^RECORD_MODEL_CALLS : attend un nom de dossier/);
  },
);
