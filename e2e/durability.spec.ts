import { expect, test } from "@playwright/test";
import { arrived, createBook, observe, observeUntil, type Tracked } from "#testing/app/jobs.ts";
import { holdBooks, holdRounds, topicOf } from "#testing/chaos/hold-points.ts";
import { killPoints } from "#testing/chaos/kill-points.ts";
import { type SingleInstance, startSingleInstance } from "#testing/chaos/single-instance.ts";
import { reachVerdict, unharmed } from "#testing/chaos/verdict.ts";
import { forgetHeartbeats, installedDatabase, withSql } from "#testing/database/postgres.ts";

test.describe.configure({ mode: "serial" });

let instance: SingleInstance;
test.beforeAll(async () => {
  // Four books are held by a worker of chapters each; the others' chapters pass by the rest.
  instance = await startSingleInstance({ env: { GENERATION_CONCURRENCY: "8" } });
});
test.afterAll(() => instance.close());

/** These two kills leave the sender without an answer: the same event must come a second time. */
const sentTwice = ["pendant l’envoi", "après le rangement chez le récepteur, avant sa réponse"];

test("un kill -9 surprend neuf livres, chacun ailleurs de sa vie : chacun arrive une fois, sans rien payer deux fois", async () => {
  const { app, webhookProxy } = instance;
  const jobs = new Map<string, Tracked>();
  const nameOf = (jobId: string) => [...jobs].find(([, { id }]) => id === jobId)?.[0];
  const held = holdBooks(instance, nameOf);
  for (const names of holdRounds) {
    for (const name of names) jobs.set(name, await createBook(app.url, topicOf(name)));
    await Promise.all(names.map((name) => held.reached(name)));
  }
  for (const job of jobs.values()) await observe(app.url, job);
  await app.kill("SIGKILL");
  held.release();
  await app.restart();
  for (const [name, job] of jobs) {
    expect(await observeUntil(app.url, job, { reached: arrived }), name).toBe(true);
    const sends = webhookProxy.journal.filter(({ jobId }) => jobId === job.id).length;
    if (sentTwice.includes(name)) expect(sends, name).toBe(2);
    expect(await reachVerdict(instance, [job]), name).toMatchObject({ received: 1, ...unharmed });
  }
});

test("tué par kill -9 là où un livre n’attend personne, chaque livre arrive une fois, sans rien payer deux fois", async () => {
  const { app } = instance;
  const jobs = new Map<string, Tracked>();
  for (const [name, reached] of Object.entries(killPoints)) {
    const job = await createBook(app.url, topicOf(name));
    jobs.set(name, job);
    await reached(instance, job);
    await Promise.race([observe(app.url, job).catch(() => {}), new Promise((resolve) => setTimeout(resolve, 30))]);
    await app.kill("SIGKILL");
    await app.restart();
  }
  for (const [name, job] of jobs) {
    expect(await observeUntil(app.url, job, { reached: arrived }), name).toBe(true);
    expect(await reachVerdict(instance, [job]), name).toMatchObject({ received: 1, ...unharmed });
  }
});

test("tué dans la transaction qui achève le livre, sur un serveur Postgres, il s’achève et arrive une fois", async () => {
  const database = await installedDatabase();
  const instance = await startSingleInstance({ env: { DATABASE_URL: database.url } });
  const job = await withSql(database.url, async (client) => {
    await client.query('BEGIN; LOCK TABLE "Event" IN SHARE MODE');
    const ordered = await createBook(instance.app.url, "la transaction coupée");
    const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Event"'::regclass`;
    await expect.poll(async () => (await client.query(waiting)).rowCount).toBe(1);
    await instance.app.kill("SIGKILL");
    await client.query("ROLLBACK");
    await client.query(forgetHeartbeats);
    return ordered;
  });
  await instance.app.restart();
  expect(await observeUntil(instance.app.url, job, { reached: arrived })).toBe(true);
  expect(await reachVerdict(instance, [job])).toMatchObject({ received: 1, ...unharmed });
  await instance.close();
  await database.drop();
});
