import { test as base } from "@playwright/test";
import { forgetHeartbeats, installedDatabase, withSql } from "../database/postgres.ts";
import { type ModelServer, startModelServer } from "../model/server.ts";
import { type App, startApp } from "./app.ts";

/** An app that the files of a Playwright worker share. What is about processes starts its own. */
type SharedApp = {
  app: App;
  /** Forgets every book, delivery and setting. For `beforeEach`, or `beforeAll` where a file's tests share what it made. */
  empty: () => Promise<App>;
  /** Kills the app with SIGKILL and starts it again. What it was at is let go at once, not after seconds of silence. */
  crash: () => Promise<void>;
};

/** An app that writes with a fake model server; `empty` also forgets the model's script and journal. */
type WritingApp = SharedApp & { model: ModelServer };

const emptyTables = `DO $$ BEGIN
  EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('%I', tablename), ', ') FROM pg_tables
           WHERE schemaname = 'public' AND tablename <> '_prisma_migrations');
  DELETE FROM pgboss.job;
END $$`;

async function share(env: Record<string, string>, use: (shared: SharedApp) => Promise<void>) {
  const database = await installedDatabase();
  try {
    const app = await startApp({ env: { ...env, DATABASE_URL: database.url } });
    await use({
      app,
      async empty() {
        await withSql(database.url, (client) => client.query(emptyTables));
        return app;
      },
      async crash() {
        await app.kill("SIGKILL");
        await withSql(database.url, (client) => client.query(forgetHeartbeats));
        await app.restart();
      },
    });
    await app.close();
  } finally {
    await database.drop();
  }
}

const prices = { "openai-compatible:essai": { input: 2, output: 10 } };

async function shareWriting(use: (shared: WritingApp) => Promise<void>) {
  const model = await startModelServer();
  const env = {
    BOOK_MODEL: "openai-compatible:essai",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    MODEL_PRICES: JSON.stringify(prices),
  };
  await share(env, (shared) =>
    use({
      ...shared,
      model,
      empty() {
        model.setScript(undefined);
        model.journal.length = 0;
        return shared.empty();
      },
    }),
  );
  await model.close();
}

const scope = { scope: "worker", timeout: 120_000 } as const;

/** Playwright's `test`, with apps that start when a worker's first test asks for them and end with the worker. */
export const test = base.extend<object, { demo: SharedApp; writing: WritingApp }>({
  demo: [({ browserName: _ }, use) => share({ BOOK_MODEL: "demo" }, use), scope],
  writing: [({ browserName: _ }, use) => shareWriting(use), scope],
});
