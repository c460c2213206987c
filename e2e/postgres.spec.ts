import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { startApp } from "#testing/app/app.ts";
import { arrived, createBook, observeUntil, type Tracked } from "#testing/app/jobs.ts";
import { startSingleInstance } from "#testing/chaos/single-instance.ts";
import { reachVerdict } from "#testing/chaos/verdict.ts";
import { startGate } from "#testing/database/gate.ts";
import { freshDatabase, installedDatabase, withSql } from "#testing/database/postgres.ts";
import type { Exchange } from "#testing/model/script.ts";

test("deux instances sur un serveur Postgres : l’une tuée, l’autre finit tout, et rien n’est fait deux fois", async () => {
  const database = await installedDatabase();
  const instance = await startSingleInstance({
    env: { DATABASE_URL: database.url, OPENAI_COMPATIBLE_API_KEY: "survivante" },
  });
  const victim = await startApp({ env: { ...instance.env, OPENAI_COMPATIBLE_API_KEY: "victime" } });
  const { app, model, webhookProxy } = instance;
  // The kill waits for a chapter of the victim's and for a webhook on its way, and these for the kill. What is asked from
  // then on is answered after it, and what was answered is on record before it.
  const killed = Promise.withResolvers<void>();
  const writing = Promise.withResolvers<void>();
  const sent = Promise.withResolvers<void>();
  const ofVictim = ({ authorization }: Exchange) => authorization === "Bearer victime";
  let holding = false;
  model.setScript((exchange) => {
    const last = ofVictim(exchange) && exchange.position === 3;
    if (last) writing.resolve();
    return holding || last ? { after: killed.promise } : {};
  });
  webhookProxy.hooks.onStored = () => {
    sent.resolve();
    return killed.promise;
  };
  const jobs: Tracked[] = [];
  for (let number = 1; number <= 12; number++)
    jobs.push(await createBook(number % 2 ? app.url : victim.url, `le relais ${number}`));
  await Promise.all([writing.promise, sent.promise]);
  holding = true;
  const unanswered = () => model.journal.filter(({ endedAt }) => endedAt === undefined);
  await expect
    .poll(async () => {
      const sql = `SELECT count(*)::int AS calls FROM "ModelCall" WHERE "finishedAt" IS NULL`;
      const { rows } = await withSql(database.url, (client) => client.query<{ calls: number }>(sql));
      return (rows[0]?.calls ?? Number.NaN) - unanswered().length;
    })
    .toBe(0);
  await victim.kill("SIGKILL");
  await expect.poll(() => unanswered().filter(ofVictim)).toEqual([]);
  const inFlight = model.journal.filter((exchange) => ofVictim(exchange) && exchange.aborted).length;
  const sending = webhookProxy.journal.length;
  killed.resolve();
  delete webhookProxy.hooks.onStored;
  expect(inFlight).toBeGreaterThan(0);
  await Promise.all(jobs.map((job) => observeUntil(app.url, job, { reached: arrived })));
  const result = await reachVerdict(instance, jobs);
  expect(result).toMatchObject({ received: 12, lost: [], storedTwice: [], paidTwice: [], changed: [], unrecorded: [] });
  expect(result.repeatedAfterCut).toBeLessThanOrEqual(inFlight);
  expect(result.repeatedBeforeRecord).toBe(0);
  expect(result.acknowledgedAgain).toBeLessThanOrEqual(sending);
  await instance.close();
  await victim.close();
  await database.drop();
});

/** Statements that pass on the way to the database at every part of a start, in order. */
const startSteps = [
  "pg_advisory_lock",
  "_prisma_migrations",
  'CREATE TABLE "Endpoint"',
  "CREATE SCHEMA",
  'LISTEN "pgboss',
  '"public"."Attempt"',
  'LISTEN "sorami_delivery"',
];

test("une base qui s’en va à chaque étape du départ, puis en marche, n’arrête pas le processus", async () => {
  const database = await freshDatabase();
  const gate = await startGate(database.url);
  const passed = gate.cutAt(startSteps, 300);
  const app = await startApp({ env: { DATABASE_URL: gate.url, BOOK_MODEL: "demo" } });
  expect(passed).toEqual(startSteps);
  for (let cuts = 0; cuts < 5; cuts++) {
    gate.cut(300);
    await sleep(400 + 150 * cuts);
  }
  const job = await createBook(app.url, "la base disparue");
  gate.cut(300);
  expect(await observeUntil(app.url, job, { reached: arrived })).toBe(true);
  expect(app.lastWords()).toBeUndefined();
  await app.close();
  await gate.close();
  await database.drop();
});
