import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import pLimit from "p-limit";
import { now } from "#lib/clock.ts";
import { closeServer, listen } from "../servers/loopback.ts";
import { chapterAnswer, reportAnswer, researchAnswer, reviewAnswer, voiceAnswer } from "./answers.ts";
import { respond } from "./completion.ts";
import { continuityAnswer } from "./continuity.ts";
import { readExchange } from "./exchange.ts";
import { outlineAnswer } from "./outline.ts";
import type { Exchange, Script } from "./script.ts";
import { translationAnswer } from "./translation.ts";

export function goodAnswer({ role, prompt, system }: Exchange): string {
  if (role === "translation") return translationAnswer({ system, prompt });
  if (role === "outline") return outlineAnswer(prompt);
  if (role === "review") return reviewAnswer(prompt);
  if (role === "report") return reportAnswer(prompt);
  if (role === "voice") return voiceAnswer(prompt);
  if (role === "chapter") return chapterAnswer(prompt);
  if (role === "continuity") return continuityAnswer(prompt);
  return researchAnswer(prompt);
}

type Options = {
  script?: Script;
  latencyMs?: number;
  /** Listed by `GET /v1/models`, as a local server does. */
  lists?: string[];
  /** Replaces the good answers, under any script. */
  textOf?: (exchange: Exchange) => string | undefined;
  /** How many requests are answered at a time; the others wait, without a byte. */
  slots?: number;
  /** Answers what is no chat. @returns false when it does not */
  answerOther?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/**
 * A fake OpenAI-compatible server on a free loopback port: `POST /v1/chat/completions`, JSON and SSE, a journal of the
 * requests, and faults on demand.
 */
export async function startModelServer(options: Options = {}) {
  const { script, latencyMs = 0, textOf, lists, slots = Number.POSITIVE_INFINITY, answerOther } = options;
  const inSlot = pLimit(slots);
  const journal: Exchange[] = [];
  let currentScript = script;
  const server = createServer(async (request, response) => {
    if (answerOther?.(request, response)) return;
    if (lists && request.method === "GET" && request.url === "/v1/models") {
      const data = lists.map((id) => ({ id, object: "model" }));
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ object: "list", data }));
      return;
    }
    if (request.method !== "POST" || !request.url?.endsWith("/chat/completions")) {
      response.writeHead(404, { "Content-Type": "application/json" }).end('{"error":{"message":"not found"}}');
      return;
    }
    const exchange = await readExchange(request);
    journal.push(exchange);
    response.on("close", () => {
      exchange.aborted = !response.writableFinished;
      exchange.endedAt = now().getTime();
    });
    const nth = journal.filter(({ role, position }) => role === exchange.role && position === exchange.position).length;
    const text = textOf?.(exchange);
    const behaviour = { delayMs: latencyMs, ...(text && { text }), ...currentScript?.(exchange, nth) };
    exchange.status = behaviour.status ?? 200;
    await inSlot(async () => {
      if (!response.destroyed) await respond(response, exchange, { behaviour, goodText: () => goodAnswer(exchange) });
    });
  });
  const port = await listen(server);
  return {
    /** For OPENAI_COMPATIBLE_BASE_URL, or OPENAI_BASE_URL. */
    baseUrl: `http://127.0.0.1:${port}/v1`,
    journal,
    setScript: (next: Script | undefined) => {
      currentScript = next;
    },
    close: () => closeServer(server),
  };
}
export type ModelServer = Awaited<ReturnType<typeof startModelServer>>;
