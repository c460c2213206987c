import { expect, test } from "@playwright/test";
import { startApp } from "#testing/app/app.ts";
import { arrived, createBook, observeUntil, type Tracked } from "#testing/app/jobs.ts";
import { startSingleInstance } from "#testing/chaos/single-instance.ts";
import { installedDatabase } from "#testing/database/postgres.ts";
import { fromFirstRefusal, rateLimited, tokenBucket } from "#testing/model/rate-limit.ts";

test("dix livres à la fois, de deux instances, sous une limite du fournisseur : chacun la rencontre une fois au plus", async () => {
  test.setTimeout(300_000);
  const database = await installedDatabase();
  const instance = await startSingleInstance({ env: { DATABASE_URL: database.url } });
  const other = await startApp({ env: instance.env });
  const { app, model } = instance;
  model.setScript(rateLimited(fromFirstRefusal(tokenBucket({ calls: 10, perMs: 4000 }))));
  const jobs: Tracked[] = [];
  for (let number = 0; number < 10; number++)
    jobs.push(await createBook(number % 2 ? app.url : other.url, `le débit ${number}`, 2));
  const ends = await Promise.all(
    jobs.map((job) => observeUntil(app.url, job, { reached: arrived, timeoutMs: 200_000 })),
  );
  expect(ends).toEqual(jobs.map(() => true));
  const began = model.journal[0]?.at ?? 0;
  const limited = model.journal.filter(({ status }) => status === 429);
  const refused = ({ topic }: Tracked) =>
    limited.flatMap(({ prompt, at }) => (prompt.includes(`Sujet : ${topic}\n`) ? [at - began] : []));
  const said = jobs.map((job) => refused(job).join("+") || "jamais").join(", ");
  console.info(`${model.journal.length} appels, refusés par livre, en ms : ${said}`);
  expect(Math.max(...jobs.map((job) => refused(job).length))).toBe(1);
  await Promise.all([instance.close(), other.close()]);
  await database.drop();
});
