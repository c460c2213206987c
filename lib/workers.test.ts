import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { startReceiver } from "#testing/servers/receiver.ts";
import { BookRequest } from "./contract/book.ts";
import { embedded } from "./database/client.ts";
import { reloadEnv } from "./env.ts";
import { createJob } from "./generation/jobs/create.ts";
import { getJob } from "./generation/jobs/jobs.ts";
import { boss, stopQueue } from "./queue/boss.ts";
import { drain, startWorkers } from "./workers.ts";

let close: () => Promise<void>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
  receiver = await startReceiver();
  Object.assign(process.env, { BOOK_MODEL: "demo", WEBHOOK_URL: receiver.url });
  reloadEnv();
  close = await openTestDatabase();
  await stopQueue();
  await boss();
});
afterAll(async () => {
  await close();
  await receiver.close();
});

const request = BookRequest.parse({ topic: "Le pain", goal: "En faire", chapters: 2, words_per_chapter: 200 });

test("sans processus qui reste, une vidange mène un livre de la demande à sa livraison, puis se repose", async () => {
  const { job_id } = await createJob(request);
  const [first, second] = await Promise.all([drain(30_000), drain(30_000)]);
  expect([first, second]).toEqual([true, true]);
  expect(await getJob(job_id)).toMatchObject({ status: "completed", webhook: { status: "delivered", attempts: 1 } });
  expect(receiver.requests).toHaveLength(1);
});

test("une vidange sans budget rend la main et ne perd rien : la suivante finit", async () => {
  const { job_id } = await createJob(request);
  expect(await drain(0)).toBe(false);
  expect(await drain(30_000)).toBe(true);
  expect((await getJob(job_id)).webhook.status).toBe("delivered");
});

test("la file démarrée pour une vidange ne surveille rien entre les requêtes", async () => {
  expect((await boss()).isMaintaining()).toBe(false);
});

test.skipIf(process.env.TEST_DATABASE_URL)("au repos, rien n’interroge la base embarquée", async () => {
  const database = embedded();
  if (!database) throw new Error("pas de base embarquée");
  await stopQueue();
  const stop = await startWorkers();
  await sleep(2000);
  const statements = vi.spyOn(database, "execProtocolRaw");
  // Longer than a supervision takes to come.
  await sleep(3500);
  expect(statements).not.toHaveBeenCalled();
  await stop();
});
