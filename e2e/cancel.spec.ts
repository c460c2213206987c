import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { startApp } from "#testing/app/app.ts";
import { arrived, createBook, observe, observeUntil } from "#testing/app/jobs.ts";
import { findRepeatedCalls } from "#testing/chaos/repeated-calls.ts";
import { startSingleInstance } from "#testing/chaos/single-instance.ts";
import { installedDatabase } from "#testing/database/postgres.ts";
import type { Exchange } from "#testing/model/script.ts";
import { JobView } from "../lib/contract/job.ts";

async function post(url: string) {
  const response = await fetch(url, { method: "POST" });
  expect(response.status).toBe(200);
  return JobView.parse(await response.json());
}

test("annulée sur une instance et relancée sur l’autre, une rédaction s’arrête partout puis finit sans rien réécrire", async () => {
  const database = await installedDatabase();
  const env = { DATABASE_URL: database.url, GENERATION_CONCURRENCY: "2", OPENAI_COMPATIBLE_API_KEY: "une" };
  const instance = await startSingleInstance({ latencyMs: 500, env });
  const other = await startApp({ env: { ...instance.env, OPENAI_COMPATIBLE_API_KEY: "autre" } });
  const { app, model } = instance;
  const job = await createBook(app.url, "la relève", 14);
  const held = new Set<Exchange>();
  let holding = false;
  model.setScript((exchange) => {
    if (!holding || exchange.role !== "chapter") return {};
    held.add(exchange);
    // Only an abort ends it.
    return { after: new Promise(() => {}) };
  });
  const inFlight = () => model.journal.filter(({ role, endedAt }) => role === "chapter" && !endedAt);
  const heldBy = (key: string) => inFlight().filter((call) => held.has(call) && call.authorization === `Bearer ${key}`);

  for (let round = 1; round <= 2; round++) {
    const wanted = (job.last?.chapters_completed ?? 0) + 1;
    expect(await observeUntil(app.url, job, { reached: (seen) => seen.chapters_completed >= wanted })).toBe(true);
    holding = true;
    await expect.poll(() => heldBy("une").length > 0 && heldBy("autre").length > 0).toBe(true);
    const cut = inFlight();
    expect((await post(`${other.url}/api/jobs/${job.id}/cancel`)).status).toBe("cancelled");
    const answeredAt = Date.now();
    await observe(app.url, job);
    await expect.poll(() => inFlight().length).toBe(0);
    for (const { endedAt = Number.NaN } of cut) expect(endedAt - answeredAt).toBeLessThan(3000);
    const calls = model.journal.length;
    await sleep(3000);
    expect(model.journal.length).toBe(calls);
    holding = false;
    const resumed = await post(`${app.url}/api/jobs/${job.id}/retry`);
    expect(resumed.status).toBe("writing_chapters");
    expect(resumed.chapters_completed).toBe(job.last?.chapters_completed);
  }

  expect(await observeUntil(other.url, job, { reached: arrived })).toBe(true);
  expect(findRepeatedCalls(model.journal, [job]).paidTwice).toEqual([]);
  expect(job.last).toMatchObject({ chapters_completed: 14, total_chapters: 14 });
  await instance.close();
  await other.close();
  await database.drop();
});
