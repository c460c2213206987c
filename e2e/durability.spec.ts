import { expect, test } from "@playwright/test";
import { arrived, createBook, observe, observeUntil } from "#testing/app/jobs.ts";
import { killAtRandom } from "#testing/chaos/kills.ts";
import { disarm, moments } from "#testing/chaos/moments.ts";
import { openPair } from "#testing/chaos/pair.ts";
import { newSeed } from "#testing/chaos/random.ts";
import { type Verdict, verdict } from "#testing/chaos/verdict.ts";
import { openWorld, type World } from "#testing/chaos/world.ts";
import { freshDatabase, stopPostgres, withSql } from "#testing/database/postgres.ts";

test.describe.configure({ mode: "serial" });

let world: World;
test.beforeAll(async () => {
  world = await openWorld();
});
test.afterAll(() => Promise.all([world.close(), stopPostgres()]));

/** These two kills leave the sender without an answer: the same event must come a second time. */
const sentTwice = ["pendant l’envoi", "après le rangement chez le récepteur, avant sa réponse"];
const unharmed = { lost: [], storedTwice: [], paidTwice: [], changed: [], unrecorded: [] };

const repeatsIn = ({ calls, paidInGap, cutCalls }: Verdict) =>
  `appels : ${JSON.stringify(calls)}, refaits entre le dernier octet et l’enregistrement : ${paidInGap}, coupés : ${cutCalls}`;

for (const [name, moment] of Object.entries(moments))
  test(`tué par kill -9 ${name}, le livre arrive une fois, sans rien payer deux fois`, async () => {
    const { app, wire } = world;
    const reached = moment(world);
    const job = await createBook(app.url, `la coupure ${name}`);
    await reached(job);
    await Promise.race([observe(app.url, job).catch(() => {}), new Promise((resolve) => setTimeout(resolve, 30))]);
    await app.kill("SIGKILL");
    disarm(world);
    await app.restart();
    expect(await observeUntil(app.url, job, { reached: arrived })).toBe(true);
    const sends = wire.journal.filter(({ jobId }) => jobId === job.id).length;
    if (sentTwice.includes(name)) expect(sends).toBe(2);
    expect(await verdict(world, [job])).toMatchObject({
      received: 1,
      ...unharmed,
    });
  });

test("tué dans la transaction qui achève le livre, sur un serveur Postgres, il s’achève et arrive une fois", async () => {
  const database = await freshDatabase();
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

test("vingt kill -9 au hasard ne perdent, ne doublent ni ne refont payer rien", async () => {
  test.setTimeout(600_000);
  const seed = newSeed(process.env.CHAOS_SEED);
  console.info(`graine du hasard : ${seed} (CHAOS_SEED=${seed} pour la rejouer)`);
  const result = await killAtRandom(world, { kills: 20, seed });
  console.info(repeatsIn(result));
  expect(result).toMatchObject({ jobs: 20, received: 20, ...unharmed });
  expect(Object.keys(result.calls).sort()).toEqual(["chapter", "outline", "research", "review"]);
});

test("émetteur, récepteur et Postgres tués au hasard : rien de perdu, rien de doublé, aucune requête invisible", async () => {
  test.setTimeout(600_000);
  const seed = newSeed(process.env.CHAOS_SEED);
  console.info(`graine du hasard : ${seed} (CHAOS_SEED=${seed} pour la rejouer)`);
  const pair = await openPair();
  const result = await killAtRandom(pair, { kills: 20, seed, books: 2 });
  await pair.close();
  console.info(repeatsIn(result));
  expect(result).toMatchObject({ jobs: 40, received: 40, ...unharmed });
});
