import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { env } from "../env.ts";
import { StartRefused } from "../errors.ts";
import { logger } from "../logger.ts";

const maxWaitMs = 20_000;
const pauseMs = 250;
const maxTries = 5;
const connectTimeoutMs = 5000;

/** Waiting does not change these errors: authorization, unknown database, invalid query. */
const lastingErrors = /^(28|3D|42)/;

async function findFault(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: connectTimeoutMs });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return undefined;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return code ?? message;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function waitForServer(connectionString: string, variable: string): Promise<void> {
  const deadline = performance.now() + maxWaitMs;
  for (let isFirst = true; ; isFirst = false) {
    const fault = await findFault(connectionString);
    if (fault === undefined) return;
    if (lastingErrors.test(fault) || performance.now() > deadline)
      throw new StartRefused(`${variable} : le serveur Postgres ne répond pas (${fault}).`);
    if (isFirst)
      logger.warn(
        `⏳ Le serveur Postgres ne répond pas (${fault})\u202f: nouvel essai pendant ${maxWaitMs / 1000}\u202fs.`,
      );
    await sleep(pauseMs);
  }
}

/**
 * Runs `run` again once the server answers: a failed run must leave nothing behind.
 * @throws {StartRefused} when the server has not answered for 20 s, or refuses
 */
export async function retryOnceServerAnswers<T>(run: () => Promise<T>): Promise<T> {
  const { DIRECT_DATABASE_URL: url, given } = env();
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (error instanceof StartRefused || !url || tries === maxTries) throw error;
      await waitForServer(url, given.has("DIRECT_DATABASE_URL") ? "DIRECT_DATABASE_URL" : "DATABASE_URL");
      await sleep(pauseMs);
    }
  }
}
