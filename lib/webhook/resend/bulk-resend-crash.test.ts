import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, withSql } from "#testing/database/postgres.ts";
import { ok, type Receiver, startReceiver } from "#testing/servers/receiver.ts";

const count = 1000;
const dataDir = mkdtempSync(path.join(tmpdir(), "sorami-resend-"));
let receiver: Receiver;
let database = { url: "", drop: async () => {} };

beforeAll(async () => {
  receiver = await startReceiver();
  receiver.behave((request, response, nth) => sleep(20).then(() => ok(request, response, nth)));
  const { TEST_DATABASE_URL, TEST_TEMPLATE_DATABASE: template } = process.env;
  if (TEST_DATABASE_URL) database = await freshDatabase({ template });
});
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await receiver.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

function run(mode: string) {
  const child = fork(
    path.resolve(import.meta.dirname, "../../../testing/harness/bulk-resend-process.ts"),
    [mode, String(count)],
    {
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: database.url, WEBHOOK_URL: receiver.url },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  children.push(child);
  return child;
}

test("tué en plein milieu, un renvoi groupé reprend où il en était et n’oublie ni ne répète rien", async () => {
  const first = run("first");
  await receiver.received(250, 90_000);
  first.kill("SIGKILL");
  await once(first, "exit");
  const before = receiver.requests.length;
  expect(before).toBeLessThan(count);
  // On a server its claims lapse ten seconds after its last heartbeat: they have passed.
  const lapse = "UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '10 s' WHERE state = 'active'";
  if (database.url) await withSql(database.url, (client) => client.query(lapse));
  const second = run("then");
  const [{ view, outcomes }] = await once(second, "message");
  await once(second, "exit");
  expect(view).toMatchObject({ status: "done", total: count, queued: count, skipped: 0, delivered: count, failed: 0 });
  // Only what was in flight when it died left twice, with the same webhook-id, and the log says so.
  const { delivered, interrupted = 0 } = outcomes;
  expect(delivered).toBe(count);
  expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-id"])).size).toBe(count);
  expect(receiver.requests.length).toBeLessThanOrEqual(count + interrupted);
}, 180_000);
