import { randomUUID } from "node:crypto";
import pg from "pg";
import { type PostgresServer, startPostgres } from "../machine/postgres-server.ts";

type Server = Pick<PostgresServer, "url" | "stop">;

let server: Promise<Server> | undefined;

function openServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL;
  server ??= given ? Promise.resolve({ url: given, stop: async () => {} }) : startPostgres();
  return server;
}

/** Runs SQL on a database that an app may be using, for states that would take hours to come about. */
export async function withSql<Result>(url: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/**
 * An empty database of a test's own, on the server of TEST_DATABASE_URL or on a private one. Call `drop`.
 * @param on a server to make it on instead
 */
export async function freshDatabase(on?: Server) {
  const admin = on ?? (await openServer());
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withSql(admin.url, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(admin.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await withSql(admin.url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Stops the private server, if one was started. For `afterAll` of a file that used it. */
export async function stopPostgres() {
  const running = server;
  server = undefined;
  await (await running)?.stop();
}
