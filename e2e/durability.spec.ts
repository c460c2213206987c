import { expect, test } from "@playwright/test";
import { arrived, createBook, observe, observeUntil } from "#testing/app/jobs.ts";
import { disarmKillPoint, killPoints } from "#testing/chaos/kill-points.ts";
import { killAtRandom } from "#testing/chaos/random-kills.ts";
import { startSenderAndReceiver } from "#testing/chaos/sender-and-receiver.ts";
import { type SingleInstance, startSingleInstance } from "#testing/chaos/single-instance.ts";
import { reachVerdict, type Verdict } from "#testing/chaos/verdict.ts";
import { freshDatabase, stopPostgres, withSql } from "#testing/database/postgres.ts";
import { chooseSeed } from "#testing/machine/random.ts";

test.describe.configure({ mode: "serial" });

let instance: SingleInstance;
test.beforeAll(async () => {
  instance = await startSingleInstance();
});
test.afterAll(() => Promise.all([instance.close(), stopPostgres()]));

/** These two kills leave the sender without an answer: the same event must come a second time. */
const sentTwice = ["pendant l’envoi", "après le rangement chez le récepteur, avant sa réponse"];
const unharmed = { lost: [], storedTwice: [], paidTwice: [], changed: [], unrecorded: [] };

const repeatsIn = ({ callsByRole, repeatedBeforeRecord, repeatedAfterCut }: Verdict) =>
  `appels : ${JSON.stringify(callsByRole)}, refaits entre le dernier octet et l’enregistrement : ${repeatedBeforeRecord}, coupés : ${repeatedAfterCut}`;

for (const [name, killPoint] of Object.entries(killPoints))
  test(`tué par kill -9 ${name}, le livre arrive une fois, sans rien payer deux fois`, async () => {
    const { app, webhookProxy } = instance;
    const reached = killPoint(instance);
    const job = await createBook(app.url, `la coupure ${name}`);
    await reached(job);
    await Promise.race([observe(app.url, job).catch(() => {}), new Promise((resolve) => setTimeout(resolve, 30))]);
    await app.kill("SIGKILL");
    disarmKillPoint(instance);
    await app.restart();
    expect(await observeUntil(app.url, job, { reached: arrived })).toBe(true);
    const sends = webhookProxy.journal.filter(({ jobId }) => jobId === job.id).length;
    if (sentTwice.includes(name)) expect(sends).toBe(2);
    expect(await reachVerdict(instance, [job])).toMatchObject({
      received: 1,
      ...unharmed,
    });
  });

test("tué dans la transaction qui achève le livre, sur un serveur Postgres, il s’achève et arrive une fois", async () => {
  const database = await freshDatabase();
  const instance = await startSingleInstance({ env: { DATABASE_URL: database.url } });
  const job = await withSql(database.url, async (client) => {
    await client.query('BEGIN; LOCK TABLE "Event" IN SHARE MODE');
    const ordered = await createBook(instance.app.url, "la transaction coupée");
    const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Event"'::regclass`;
    await expect.poll(async () => (await client.query(waiting)).rowCount).toBe(1);
    await instance.app.kill("SIGKILL");
    await client.query("ROLLBACK");
    return ordered;
  });
  await instance.app.restart();
  expect(await observeUntil(instance.app.url, job, { reached: arrived })).toBe(true);
  expect(await reachVerdict(instance, [job])).toMatchObject({ received: 1, ...unharmed });
  await instance.close();
  await database.drop();
});

test("vingt kill -9 au hasard ne perdent, ne doublent ni ne refont payer rien", async () => {
  test.setTimeout(600_000);
  const seed = chooseSeed(process.env.CHAOS_SEED);
  console.info(`graine du hasard : ${seed} (CHAOS_SEED=${seed} pour la rejouer)`);
  const result = await killAtRandom(instance, { kills: 20, seed });
  console.info(repeatsIn(result));
  expect(result).toMatchObject({ jobs: 20, received: 20, ...unharmed });
  expect(Object.keys(result.callsByRole).sort()).toEqual(["chapter", "outline", "research", "review"]);
});

test("émetteur, récepteur et Postgres tués au hasard : rien de perdu, rien de doublé, aucune requête invisible", async () => {
  test.setTimeout(600_000);
  const seed = chooseSeed(process.env.CHAOS_SEED);
  console.info(`graine du hasard : ${seed} (CHAOS_SEED=${seed} pour la rejouer)`);
  const pair = await startSenderAndReceiver();
  const result = await killAtRandom(pair, { kills: 20, seed, booksPerKill: 2 });
  await pair.close();
  console.info(repeatsIn(result));
  expect(result).toMatchObject({ jobs: 40, received: 40, ...unharmed });
});
