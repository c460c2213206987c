import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { env } from "../env.ts";
import { StartRefused } from "../errors.ts";
import { logger } from "../logger.ts";

const patienceMs = 20_000;
const restMs = 250;
const mostTries = 5;

/** Postgres's classes of errors that waiting does not change: who may come in, what is there, what was asked. */
const lasting = /^(28|3D|42)/;

/** @returns why the server does not answer */
async function askServer(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
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

async function untilAnswering(connectionString: string): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (let asked = 0; ; asked++) {
    const fault = await askServer(connectionString);
    if (fault === undefined) return;
    if (lasting.test(fault) || performance.now() > deadline)
      throw new StartRefused(`DATABASE_URL : le serveur Postgres ne répond pas (${fault}).`);
    if (asked === 0)
      logger.warn(
        `⏳ Le serveur Postgres ne répond pas (${fault})\u202f: nouvel essai pendant ${patienceMs / 1000}\u202fs.`,
      );
    await sleep(restMs);
  }
}

/**
 * Takes a step of the start, again if it failed, once the Postgres server answers: it may be starting too, or have
 * been away for a moment. A step must leave nothing behind when it fails.
 * @throws {StartRefused} when the server has not answered for 20 s, or refuses
 */
export async function patiently<T>(step: () => Promise<T>): Promise<T> {
  const { DATABASE_URL } = env();
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if (error instanceof StartRefused || !DATABASE_URL || tries === mostTries) throw error;
      await untilAnswering(DATABASE_URL);
      await sleep(restMs);
    }
  }
}
