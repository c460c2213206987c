import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { root, spawnApp } from "#testing/app/app.ts";
import { arrived, createBook, observe, observeUntil } from "#testing/app/jobs.ts";
import { forgetHeartbeats, freshDatabase, withSql } from "#testing/database/postgres.ts";
import { freePort } from "#testing/machine/free-port.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { startSearchServer } from "#testing/servers/search.ts";

const cronSecret = "le-secret-du-planificateur";

let model: ModelServer;
let search: Awaited<ReturnType<typeof startSearchServer>>;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let env: Record<string, string>;
let run: ReturnType<typeof spawnApp>;
let url = "";

/** Starts the built pages and routes as Vercel does, without a process that works the queue. */
async function start() {
  const args = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", new URL(url).port];
  run = spawnApp(env, { args });
  await run.ready;
}

async function kill() {
  run.child.kill("SIGKILL");
  await run.exited;
}

test.beforeAll(async () => {
  [model, search, database] = await Promise.all([startModelServer(), startSearchServer(), freshDatabase()]);
  url = `http://127.0.0.1:${await freePort()}`;
  env = {
    VERCEL: "1",
    VERCEL_ENV: "preview",
    CRON_SECRET: cronSecret,
    APP_SECRET: "un-secret-de-trente-deux-signes-au-moins",
    DATABASE_URL: database.url,
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
