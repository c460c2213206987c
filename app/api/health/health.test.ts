import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/database/client.ts";
import { env } from "#lib/env.ts";
import { openTestDatabase } from "#testing/database/open.ts";
import { GET } from "./route.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

async function health() {
  const response = await GET(new Request("http://localhost/health"), {});
  return { status: response.status, body: await response.json() };
}
const well = { status: 200, body: { status: "ok" } };
const ill = { status: 503, body: { status: "unavailable" } };

test("sans la file, rien ne va, et tout va de nouveau quand elle est là", async () => {
  expect(await health()).toEqual(well);
  await db().$executeRaw`ALTER SCHEMA pgboss RENAME TO elsewhere`;
  expect(await health()).toEqual(ill);
  await db().$executeRaw`ALTER SCHEMA elsewhere RENAME TO pgboss`;
  expect(await health()).toEqual(well);
});

test.skipIf(!process.env.TEST_DATABASE_URL)("une base qui ne répond plus se dit en quelques secondes", async () => {
  const holder = new pg.Client({ connectionString: env().DATABASE_URL });
  await holder.connect();
  await holder.query("BEGIN; LOCK TABLE pgboss.queue IN ACCESS EXCLUSIVE MODE");
  const began = performance.now();
  expect(await health()).toEqual(ill);
  expect(performance.now() - began).toBeLessThan(10_000);
  await holder.end();
  expect(await health()).toEqual(well);
});
