import { startApp } from "../app/app.ts";
import { freshDatabase } from "../database/postgres.ts";
import { freePort } from "../machine/free-port.ts";
import { startPostgres } from "../machine/postgres.ts";
import { startModelServer } from "../model/server.ts";
import { sameOpenings } from "./openings.ts";
import { startSearchServer } from "./search-server.ts";
import type { Siege } from "./siege.ts";
import { startWire } from "./wire.ts";

const secret = "secret-du-chaos";

/**
 * A sender and a receiver in two processes, each with its own database on one Postgres server, and all three of
 * them may be killed.
 */
export async function openPair({ latencyMs = 50 } = {}): Promise<Siege & { close: () => Promise<void> }> {
  const postgres = await startPostgres();
  const [sending, receiving] = [await freshDatabase({ on: postgres }), await freshDatabase({ on: postgres })];
  const receiver = await startApp({
    port: await freePort(),
    env: { DATABASE_URL: receiving.url, WEBHOOK_SECRET: secret },
  });
  const [model, search, wire] = await Promise.all([
    startModelServer({ latencyMs, textOf: sameOpenings }),
    startSearchServer(latencyMs),
    startWire(`${receiver.url}/api/webhooks/book-completion`),
  ]);
  const sender = await startApp({
    port: await freePort(),
    env: {
      DATABASE_URL: sending.url,
      BOOK_MODEL: "openai-compatible:fake",
      OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
      RESEARCH: "on",
      SERPER_API_KEY: "fausse-clé",
      SERPER_BASE_URL: search.baseUrl,
      WEBHOOK_URL: wire.url,
      WEBHOOK_SECRET: secret,
      // As many attempts as can be set: kills of the receiver must not use up the schedule.
      WEBHOOK_RETRY_SCHEDULE: ["0s", ...Array(49).fill("1s")].join(","),
    },
  });
  return {
    generator: sender.url,
    receiver: receiver.url,
    model,
    wire,
    victims: [
      { name: "l’émetteur", kill: () => sender.restart(), lastWords: sender.lastWords },
      { name: "le récepteur", kill: () => receiver.restart(), lastWords: receiver.lastWords },
      { name: "Postgres", kill: () => postgres.crash() },
    ],
    async close() {
      await Promise.all([sender.close(), receiver.close(), model.close(), search.close(), wire.close()]);
      await postgres.stop();
    },
  };
}
