import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { root, spawnApp } from "#testing/app/app.ts";
import { cronSecret, functionArgs, functionEnv } from "#testing/app/functions.ts";
import { arrived, createBook, observe, observeUntil } from "#testing/app/jobs.ts";
import { forgetHeartbeats, freshDatabase, withSql } from "#testing/database/postgres.ts";
import { freePort } from "#testing/machine/free-port.ts";
import { findPooler, startPooler } from "#testing/machine/pooler.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { ok, startReceiver } from "#testing/servers/receiver.ts";
import { startSearchServer } from "#testing/servers/search.ts";

let model: ModelServer;
let search: Awaited<ReturnType<typeof startSearchServer>>;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let env: Record<string, string>;
let pooler: Awaited<ReturnType<typeof startPooler>> | undefined;
let run: ReturnType<typeof spawnApp>;
let url = "";

const functionSeconds = 10;

/** Starts the built pages and routes as Vercel does, without a process that works the queue. */
async function start() {
  const args = functionArgs(new URL(url).port);
  run = spawnApp(env, { args });
  await run.ready;
}

async function kill() {
  run.child.kill("SIGKILL");
  await run.exited;
}

test.beforeAll(async () => {
  [model, search, database] = await Promise.all([startModelServer(), startSearchServer(), freshDatabase()]);
  pooler = findPooler() ? await startPooler(database.url) : undefined;
  url = `http://127.0.0.1:${await freePort()}`;
  env = {
    ...functionEnv(functionSeconds),
    DATABASE_URL: pooler?.url ?? database.url,
    DIRECT_DATABASE_URL: database.url,
    WEBHOOK_URL: `${url}/api/webhooks/book-completion`,
    BOOK_MODEL: "openai-compatible:fake",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    RESEARCH: "on",
    SERPER_API_KEY: "fausse-clé",
    SERPER_BASE_URL: search.baseUrl,
  };
  const variables = { ...process.env, ...env };
  const migrated = spawnSync("npm", ["run", "db:migrate", "--silent"], { cwd: root, env: variables, encoding: "utf8" });
  expect(migrated.stderr + migrated.stdout).toContain("La base est à jour.");
  await start();
});
test.afterAll(async () => {
  await kill();
  await pooler?.stop();
  await Promise.all([model.close(), search.close(), database.drop()]);
});

test("sans processus à demeure, la demande suffit : le livre se documente, s’écrit, part et arrive", async () => {
  const job = await createBook(url, "Les phares");
  expect(await observeUntil(url, job, { reached: arrived })).toBe(true);
  const { sources, quality } = await observe(url, job);
  expect(sources).toHaveLength(3);
  expect(quality?.language?.share).toBeGreaterThan(0.99);
});

test("une fonction tuée en plein chapitre est relayée par la tâche planifiée, sans rien refaire de ce qui est écrit", async () => {
  const killed = Promise.withResolvers<void>();
  model.setScript(({ role }) => (role === "chapter" ? { after: killed.promise } : undefined));
  const job = await createBook(url, "Les moulins");
  const callsOf = (role: string) =>
    model.journal.filter((call) => call.role === role && call.prompt.includes("Les moulins"));
  await expect.poll(() => callsOf("chapter").length).toBe(3);
  await kill();
  killed.resolve();
  model.setScript(undefined);
  await withSql(database.url, (client) => client.query(forgetHeartbeats));
  await start();
  const headers = { Authorization: `Bearer ${cronSecret}` };
  // The platform calls it every minute.
  await expect
    .poll(
      async () => {
        await fetch(`${url}/api/queue/drain`, { headers });
        return arrived(await observe(url, job));
      },
      { timeout: 60_000, intervals: [500] },
    )
    .toBe(true);
  expect(callsOf("outline")).toHaveLength(1);
  expect(callsOf("chapter")).toHaveLength(6);
});

test("un modèle plus lent que la fonction n’est payé que deux fois, le livre le dit, et la reprise garde ce qui est écrit", async () => {
  const never = new Promise(() => {});
  model.setScript(({ role, position }) => (role === "chapter" && position === 2 ? { after: never } : undefined));
  const job = await createBook(url, "Les écluses");
  const callsOf = (position: number) =>
    model.journal.filter(
      ({ role, prompt, ...call }) => role === "chapter" && call.position === position && prompt.includes("Les écluses"),
    );
  expect(await observeUntil(url, job, { reached: ({ status }) => status === "failed", timeoutMs: 90_000 })).toBe(true);
  expect(callsOf(2)).toHaveLength(2);
  expect((await observe(url, job)).error).toContain(`${functionSeconds}\u202fs au plus`);
  model.setScript(undefined);
  await fetch(`${url}/api/jobs/${job.id}/retry`, { method: "POST" });
  expect(await observeUntil(url, job, { reached: arrived })).toBe(true);
  expect([1, 2, 3].map((position) => callsOf(position).length)).toEqual([1, 3, 1]);
});

test("un essai remis à plus tard part quand une page ou un moniteur regarde, sans tâche planifiée", async () => {
  const endpoint = await startReceiver();
  endpoint.behave((request, response, count) =>
    count === 1 ? response.writeHead(503, { "Retry-After": "20" }).end() : ok(request, response, count),
  );
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ url: endpoint.url, event_types: ["book.completed"] });
  expect((await fetch(`${url}/api/webhook/endpoints`, { method: "POST", headers, body })).status).toBe(201);
  await createBook(url, "Les digues");
  await expect.poll(() => endpoint.requests.length, { timeout: 60_000 }).toBe(1);
  await expect
    .poll(async () => [await fetch(`${url}/health`), endpoint.requests.length][1], { timeout: 60_000 })
    .toBe(2);
  await endpoint.close();
});
