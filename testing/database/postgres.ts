import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type PostgresServer, startPostgres } from "../machine/postgres-server.ts";
import { databaseOn, onServer } from "./server.ts";

type Server = Pick<PostgresServer, "url" | "stop">;

let server: Promise<Server> | undefined;

function openServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL;
  server ??= given ? Promise.resolve({ url: given, stop: async () => {} }) : startPostgres();
  return server;
}

/** Runs SQL on a database that an app may be using, for states that would take hours to come about. */
export const withSql: <Result>(url: string, run: (client: pg.Client) => Promise<Result>) => Promise<Result> = onServer;

/** Makes those who hold entries of the queue silent for long: what a dead process held is then let go without a wait. */
export const forgetHeartbeats =
  "UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '1 hour' WHERE state = 'active'";

type Options = {
  on?: Server;
  template?: string | undefined;
};

/**
 * Makes a database of a test's own, empty unless it is a copy, on the server of TEST_DATABASE_URL or on a private one.
 * Call `drop`.
 */
export async function freshDatabase({ on, template }: Options = {}) {
  const { url } = on ?? (await openServer());
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const copied = template ? ` TEMPLATE ${template}` : "";
  await onServer(url, (client) => client.query(`CREATE DATABASE ${name}${copied}`));
  return {
    name,
    server: url,
    url: databaseOn(url, name),
    drop: async () => {
      await onServer(url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Copies the database that Playwright's run installed, so that an app on it starts without migrating. Call `drop`. */
export const installedDatabase = () => freshDatabase({ template: process.env.TEST_INSTALLED_DATABASE });

export async function stopPostgres() {
  const running = server;
  server = undefined;
  await (await running)?.stop();
}
