import { expect, test } from "@playwright/test";
import { arrived, createBook, observe, observeUntil, type Tracked } from "#testing/app/jobs.ts";
import { killAtRandom } from "#testing/chaos/kills.ts";
import { instants, keepWaiting, topicOf, waits } from "#testing/chaos/moments.ts";
import { openPair } from "#testing/chaos/pair.ts";
import { newSeed } from "#testing/chaos/random.ts";
import { type Verdict, verdict } from "#testing/chaos/verdict.ts";
import { openWorld, type World } from "#testing/chaos/world.ts";
import { installedDatabase, withSql } from "#testing/database/postgres.ts";

test.describe.configure({ mode: "serial" });

let world: World;
test.beforeAll(async () => {
  world = await openWorld();
});
test.afterAll(() => world.close());

/** These two kills leave the sender without an answer: the same event must come a second time. */
const sentTwice = ["pendant l’envoi", "après le rangement chez le récepteur, avant sa réponse"];
const unharmed = { lost: [], storedTwice: [], paidTwice: [], changed: [], unrecorded: [] };

const repeatsIn = ({ calls, paidInGap, cutCalls }: Verdict) =>
  `appels : ${JSON.stringify(calls)}, refaits entre le dernier octet et l’enregistrement : ${paidInGap}, coupés : ${cutCalls}`;

test("un kill -9 trouve un livre à chaque moment où il attend : chacun arrive une fois, sans rien payer deux fois", async () => {
  const { app, wire } = world;
  const jobs = new Map<string, Tracked>();
  const nameOf = (jobId: string) => [...jobs].find(([, { id }]) => id === jobId)?.[0];
  const waiting = keepWaiting(world, nameOf);
  // Those that wait latest first: who waits early holds a worker that the others pass through.
  for (const name of Object.keys(waits).reverse()) {
    jobs.set(name, await createBook(app.url, topicOf(name)));
    await waiting.reached(name);
  }
  for (const job of jobs.values()) await observe(app.url, job);
  await app.kill("SIGKILL");
  waiting.release();
  await app.restart();
  for (const [name, job] of jobs) {
    expect(await observeUntil(app.url, job, { reached: arrived }), name).toBe(true);
    const sends = wire.journal.filter(({ jobId }) => jobId === job.id).length;
    if (sentTwice.includes(name)) expect(sends, name).toBe(2);
    expect(await verdict(world, [job]), name).toMatchObject({ received: 1, ...unharmed });
  }
});

for (const [name, reached] of Object.entries(instants))
  test(`tué par kill -9 ${name}, le livre arrive une fois, sans rien payer deux fois`, async () => {
    const { app } = world;
    const job = await createBook(app.url, topicOf(name));
    await reached(world, job);
    await Promise.race([observe(app.url, job).catch(() => {}), new Promise((resolve) => setTimeout(resolve, 30))]);
    await app.kill("SIGKILL");
    await app.restart();
    expect(await observeUntil(app.url, job, { reached: arrived })).toBe(true);
    expect(await verdict(world, [job])).toMatchObject({ received: 1, ...unharmed });
  });

test("tué dans la transaction qui achève le livre, sur un serveur Postgres, il s’achève et arrive une fois", async () => {
  const database = await installedDatabase();
  const siege = await openWorld({ env: { DATABASE_URL: database.url } });
  const job = await withSql(database.url, async (client) => {
    await client.query('BEGIN; LOCK TABLE "Event" IN SHARE MODE');
    const ordered = await createBook(siege.app.url, "la transaction coupée");
    const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Event"'::regclass`;
    await expect.poll(async () => (await client.query(waiting)).rowCount).toBe(1);
    await siege.app.kill("SIGKILL");
    await client.query("ROLLBACK");
    return ordered;
  });
  await siege.app.restart();
  expect(await observeUntil(siege.app.url, job, { reached: arrived })).toBe(true);
  expect(await verdict(siege, [job])).toMatchObject({ received: 1, ...unharmed });
  await siege.close();
  await database.drop();
});

test("des kill -9 au hasard ne perdent, ne doublent ni ne refont payer rien", async () => {
  const seed = newSeed(process.env.CHAOS_SEED);
  console.info(`graine du hasard : ${seed} (CHAOS_SEED=${seed} pour la rejouer)`);
  const result = await killAtRandom(world, { kills: 4, seed });
  console.info(repeatsIn(result));
  expect(result).toMatchObject({ jobs: 4, received: 4, ...unharmed });
  expect(Object.keys(result.calls).sort()).toEqual(["chapter", "outline", "research", "review"]);
});

test("émetteur, récepteur et Postgres tués au hasard : rien de perdu, rien de doublé, aucune requête invisible", async () => {
  const seed = newSeed(process.env.CHAOS_SEED);
  console.info(`graine du hasard : ${seed} (CHAOS_SEED=${seed} pour la rejouer)`);
  const pair = await openPair();
  const result = await killAtRandom(pair, { kills: 6, seed, books: 2 });
  await pair.close();
  console.info(repeatsIn(result));
  expect(result).toMatchObject({ jobs: 12, received: 12, ...unharmed });
});
