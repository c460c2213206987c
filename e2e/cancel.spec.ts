import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { JobView } from "../lib/contract/book.ts";
import { arrived, createBook, observe, observeUntil } from "./chaos/jobs.ts";
import { repeatsOf } from "./chaos/repeats.ts";
import { openWorld } from "./chaos/world.ts";
import { startApp } from "./fixtures/app.ts";
import { freshDatabase, stopPostgres } from "./fixtures/postgres.ts";

test.afterAll(() => stopPostgres());

const slow = 1500;

async function post(url: string) {
  const response = await fetch(url, { method: "POST" });
  expect(response.status).toBe(200);
  return JobView.parse(await response.json());
}

test("annulée sur une instance et relancée sur l’autre, une rédaction s’arrête partout puis finit sans rien réécrire", async () => {
  const database = await freshDatabase();
  const world = await openWorld({ latencyMs: slow, env: { DATABASE_URL: database.url, GENERATION_CONCURRENCY: "2" } });
  const other = await startApp({ env: world.env });
  const { app, model } = world;
  const job = await createBook(app.url, "la relève", 14);
  const chapters = () => model.journal.filter(({ role }) => role === "chapter");

  for (let round = 1; round <= 2; round++) {
    const wanted = (job.last?.chapters_completed ?? 0) + 1;
    expect(await observeUntil(app.url, job, { reached: (seen) => seen.chapters_completed >= wanted })).toBe(true);
    expect((await post(`${other.url}/api/jobs/${job.id}/cancel`)).status).toBe("cancelled");
    await observe(app.url, job);
    await expect.poll(() => chapters().filter(({ endedAt }) => !endedAt).length, { timeout: 3000 }).toBe(0);
    const calls = model.journal.length;
    await sleep(2 * slow);
    expect(model.journal.length).toBe(calls);
    const resumed = await post(`${app.url}/api/jobs/${job.id}/retry`);
    expect(resumed.status).toBe("writing_chapters");
    expect(resumed.chapters_completed).toBe(job.last?.chapters_completed);
  }

  expect(await observeUntil(other.url, job, { reached: arrived })).toBe(true);
  expect(repeatsOf(model.journal, [job]).paidTwice).toEqual([]);
  expect(job.last).toMatchObject({ chapters_completed: 14, total_chapters: 14 });
  await world.close();
  await other.close();
  await database.drop();
});
