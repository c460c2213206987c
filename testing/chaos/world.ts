import { startApp } from "../app/app.ts";
import { freePort } from "../machine/free-port.ts";
import { startModelServer } from "../model/server.ts";
import { sameOpenings } from "./openings.ts";
import { startSearchServer } from "./search-server.ts";
import type { Victim } from "./siege.ts";
import { startWire } from "./wire.ts";

const receiverPath = "/api/webhooks/book-completion";

type Options = { latencyMs?: number; env?: Record<string, string> };

/**
 * Everything around one Sorami that may be killed, and that survives it: the model, the search engine, and the wire
 * on which it sends its books to itself. `env` gives what every instance is started with.
 */
export async function openWorld({ latencyMs = 100, env = {} }: Options = {}) {
  const port = await freePort();
  const [model, search, wire] = await Promise.all([
    startModelServer({ latencyMs, textOf: sameOpenings }),
    startSearchServer(latencyMs),
    startWire(`http://127.0.0.1:${port}${receiverPath}`),
  ]);
  const variables = {
    BOOK_MODEL: "openai-compatible:fake",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    RESEARCH: "on",
    SERPER_API_KEY: "fausse-clé",
    SERPER_BASE_URL: search.baseUrl,
    WEBHOOK_URL: wire.url,
    // As many attempts as can be set, all at once: kills must not use up the schedule.
    WEBHOOK_RETRY_SCHEDULE: Array(50).fill("200ms").join(","),
    ...env,
  };
  const app = await startApp({ port, env: variables });
  return {
    model,
    search,
    wire,
    app,
    generator: app.url,
    receiver: app.url,
    victims: [{ name: "Sorami", kill: () => app.restart(), lastWords: app.lastWords }] as [Victim],
    env: variables,
    async close() {
      await Promise.all([app.close(), model.close(), search.close(), wire.close()]);
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
