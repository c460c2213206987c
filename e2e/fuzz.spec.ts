import { expect, test } from "@playwright/test";
import { appsOfEachTest } from "#testing/app/apps.ts";
import { fuzz } from "#testing/fuzz/run.ts";

const start = appsOfEachTest();
const token = "jeton-d-administration";
const secret = "sorami-webhook-secret-key-2025";

test("mille requêtes de toutes sortes : ni 5xx, ni pile, ni attente sans fin, ni fuite", { tag: "@seul" }, async () => {
  const env = { ENVIRONMENT: "production", HOST: "127.0.0.1", ADMIN_TOKEN: token, WEBHOOK_SECRET: secret };
  const app = await start({ env: { ...env, BOOK_MODEL: "demo" } });
  const seed = Math.floor(Math.random() * 2 ** 31);
  const seen = await fuzz(app, { seed, count: 1000, token, secret });
  expect(seen.faults, `graine ${seed}`).toEqual([]);
  expect(seen.slowestHealthMs).toBeLessThan(300);
  expect(seen.descriptors).toBeLessThan(20);
  expect(seen.memoryMiB).toBeLessThan(150);
});
