import { chapterAnswer } from "../model/answers.ts";
import type { Exchange } from "../model/script.ts";
import { startModelServer } from "../model/server.ts";
import { startSearchServer } from "../servers/search.ts";
import { startWebhookProxy } from "./webhook-proxy.ts";

const maxAttempts = 50;

const opening =
  "Au commencement était la patience du boulanger devant son pétrin. La rue dormait encore, le four était froid, et personne ne savait quel pain sortirait de la nuit.";

/** Begins all chapters alike, so that the review of each book has passages to have rewritten. */
function chapterWithCommonOpening({ role, prompt }: Exchange): string | undefined {
  if (role !== "chapter") return undefined;
  const [title, ...rest] = chapterAnswer(prompt).split("\n\n");
  return `${title}\n\n${opening}\n\n${rest.join("\n\n")}`;
}

type Options = { webhookUrl: string; latencyMs: number; retryDelay: string };

/**
 * Starts the services around a sender, which survive its kills: the model, the search engine, and the proxy on the way to
 * the receiver.
 * @returns them, and `env` for the sender, with as many attempts as can be set: kills must not use up the schedule
 */
export async function startOutsideServices({ webhookUrl, latencyMs, retryDelay }: Options) {
  const [model, search, webhookProxy] = await Promise.all([
    startModelServer({ latencyMs, textOf: chapterWithCommonOpening }),
    startSearchServer({ latencyMs }),
    startWebhookProxy(webhookUrl),
  ]);
  const env = {
    BOOK_MODEL: "openai-compatible:fake",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    RESEARCH: "on",
    SERPER_API_KEY: "fausse-clé",
    SERPER_BASE_URL: search.baseUrl,
    WEBHOOK_URL: webhookProxy.url,
    WEBHOOK_RETRY_SCHEDULE: Array(maxAttempts).fill(retryDelay).join(","),
  };
  return {
    model,
    search,
    webhookProxy,
    env,
    async close() {
      await Promise.all([model.close(), search.close(), webhookProxy.close()]);
    },
  };
}
