import { expect, test } from "@playwright/test";
import { startApp } from "#testing/app/app.ts";
import { arrived, createBook, observeUntil, type Tracked } from "#testing/app/jobs.ts";
import { openWorld } from "#testing/chaos/world.ts";
import { installedDatabase } from "#testing/database/postgres.ts";
import { bucket, limitedBy } from "#testing/model/rate-limit.ts";

test("dix livres à la fois, de deux instances, sous une limite du fournisseur : chacun la rencontre une fois au plus", async () => {
  test.setTimeout(300_000);
  const database = await installedDatabase();
  const world = await openWorld({ env: { DATABASE_URL: database.url } });
  const other = await startApp({ env: world.env });
  const { app, model } = world;
  model.setScript(limitedBy(bucket({ calls: 20, perMs: 10_000 })));
  const jobs: Tracked[] = [];
  for (let number = 0; number < 10; number++)
    jobs.push(await createBook(number % 2 ? app.url : other.url, `le débit ${number}`));
  const ends = await Promise.all(
    jobs.map((job) => observeUntil(app.url, job, { reached: arrived, patienceMs: 200_000 })),
  );
  expect(ends).toEqual(jobs.map(() => true));
  const began = model.journal[0]?.at ?? 0;
  const limited = model.journal.filter(({ status }) => status === 429);
  const refused = ({ topic }: Tracked) =>
    limited.flatMap(({ prompt, at }) => (prompt.includes(`Sujet : ${topic}\n`) ? [at - began] : []));
  const said = jobs.map((job) => refused(job).join("+") || "jamais").join(", ");
  console.info(`${model.journal.length} appels, refusés par livre, en ms : ${said}`);
  expect(Math.max(...jobs.map((job) => refused(job).length))).toBe(1);
  await Promise.all([world.close(), other.close()]);
  await database.drop();
});
