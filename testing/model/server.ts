import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { chapterAnswer, notesAnswer, reviewAnswer } from "./answers.ts";
import { outlineAnswer } from "./outline.ts";

/** One request as the journal keeps it. Times are milliseconds since the epoch. */
export type Exchange = {
  at: number;
  endedAt?: number;
  /** Of the answer. */
  status?: number;
  /** Derived from the system prompt. */
  role: "research" | "outline" | "chapter" | "review" | "unknown";
  /** Of a chapter, from 1. */
  position?: number;
  system: string;
  prompt: string;
  stream: boolean;
  authorization: string | undefined;
  /** What the answer was said to use, if it was. */
  usage?: { prompt_tokens: number; completion_tokens: number };
  /** The most it may be. */
  maxTokens: number | undefined;
  /** The client closed the connection before the answer was complete. */
  aborted: boolean;
};

/** How to answer one request; without anything, a well-formed answer at once. */
export type Behaviour = {
  delayMs?: number;
  /** Is waited for before anything is answered. */
  after?: Promise<unknown> | undefined;
  status?: number;
  headers?: Record<string, string>;
  /** The body that goes with `status`, or instead of a completion. */
  body?: string;
  text?: string;
  finish?: "stop" | "length" | "content_filter";
  /** Puts the text in a Markdown code fence. */
  fence?: boolean;
  /** Answers all at once although a stream was asked for. */
  unstreamed?: boolean;
  /** Streams so many characters at a time. */
  drip?: { chars: number; everyMs: number };
  /** Where the stream waits, and for what. */
  pauses?: { at: number; until: Promise<unknown> }[];
  /** Streams this many characters, then stays silent. */
  stallAfter?: number;
  /** Sends this many characters, then closes the socket. */
  cutAfter?: number;
  /** Tokens it says it thought, beside those of its answer. */
  thought?: number;
  /** Says nothing of the tokens used. */
  uncounted?: boolean;
  /** Streams one line that is no JSON. */
  brokenLine?: boolean;
};

/** What to do with a request; `nth` counts the requests of its role and position, from 1. */
export type Script = (exchange: Exchange, nth: number) => Behaviour | undefined;

const roles = [
  [/^Tu es chercheur/, "research"],
  [/^Tu es architecte/, "outline"],
  [/^Tu es rédacteur/, "chapter"],
  [/^Tu es relecteur/, "review"],
] as const;

type ChatBody = {
  model: string;
  stream?: boolean;
  max_tokens?: number;
  max_completion_tokens?: number;
  messages: { role: string; content: unknown }[];
};

const textOf = (content: unknown): string =>
  typeof content === "string" ? content : (content as { text?: string }[]).map((part) => part.text ?? "").join("");

function readExchange(request: IncomingMessage, body: ChatBody): Exchange {
  const messages = (role: string) => body.messages.filter((message) => message.role === role);
  const system = [...messages("system"), ...messages("developer")].map((m) => textOf(m.content)).join("\n");
  const prompt = messages("user")
    .map((m) => textOf(m.content))
    .join("\n");
  const role = roles.find(([pattern]) => pattern.test(system))?.[1] ?? "unknown";
  const position = /^Chapitre à écrire : (\d+)\./m.exec(prompt)?.[1];
  const { authorization } = request.headers;
  return {
    ...{ at: Date.now(), role, system, prompt, authorization, stream: body.stream === true, aborted: false },
    maxTokens: body.max_completion_tokens ?? body.max_tokens,
    ...(position && { position: Number(position) }),
  };
}

function defaultText({ role, prompt }: Exchange): string {
  if (role === "outline") return outlineAnswer(prompt);
  if (role === "review") return reviewAnswer(prompt);
  if (role === "chapter") return chapterAnswer(prompt);
  return notesAnswer(prompt);
}

/** French takes a token for every four characters or so. */
const tokensOf = (text: string) => Math.ceil(text.length / 4);

function count(exchange: Exchange, text: string, { thought = 0 }: Behaviour) {
  const [prompt_tokens, completion_tokens] = [tokensOf(exchange.system + exchange.prompt), tokensOf(text) + thought];
  exchange.usage = { prompt_tokens, completion_tokens };
  return { ...exchange.usage, total_tokens: prompt_tokens + completion_tokens };
}

function completion(text: string, finish: string, usage?: object): string {
  const message = { role: "assistant", content: text };
  const choices = [{ index: 0, message, finish_reason: finish }];
  return JSON.stringify({ id: "fake", object: "chat.completion", created: 0, model: "fake", choices, usage });
}

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: "fake", object: "chat.completion.chunk", created: 0, model: "fake", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

const usageChunk = (usage: object) =>
  `data: ${JSON.stringify({ id: "fake", object: "chat.completion.chunk", created: 0, model: "fake", choices: [], usage })}\n\n`;

async function answer(response: ServerResponse, exchange: Exchange, behaviour: Behaviour): Promise<void> {
  const { status = 200, finish = "stop", stallAfter, cutAfter } = behaviour;
  if (behaviour.delayMs) await sleep(behaviour.delayMs);
  await behaviour.after;
  if (response.destroyed) return;
  if (status !== 200 || behaviour.body !== undefined) {
    response.writeHead(status, { "Content-Type": "application/json", ...behaviour.headers });
    response.end(behaviour.body ?? JSON.stringify({ error: { message: "scripted", type: "scripted", code: null } }));
    return;
  }
  const plain = behaviour.text ?? defaultText(exchange);
  const text = behaviour.fence ? `\`\`\`json\n${plain}\n\`\`\`` : plain;
  if (!exchange.stream || behaviour.unstreamed) {
    response.writeHead(200, { "Content-Type": "application/json", ...behaviour.headers });
    response.end(completion(text, finish, behaviour.uncounted ? undefined : count(exchange, text, behaviour)));
    return;
  }
  response.writeHead(200, { "Content-Type": "text/event-stream", ...behaviour.headers });
  response.write(chunk({ role: "assistant", content: "" }));
  const sent = text.slice(0, stallAfter ?? cutAfter);
  const { chars, everyMs } = behaviour.drip ?? { chars: 2000, everyMs: 0 };
  const pauses = [...(behaviour.pauses ?? [])];
  for (let at = 0; at < sent.length && !response.destroyed; at += chars) {
    if (pauses[0] && at >= pauses[0].at) await pauses.shift()?.until;
    response.write(chunk({ content: sent.slice(at, at + chars) }));
    if (everyMs) await sleep(everyMs);
  }
  if (stallAfter !== undefined) return;
  if (cutAfter !== undefined) {
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (behaviour.brokenLine) response.write('data: {"choices": [{"delta": \n\n');
  const usage = behaviour.uncounted ? "" : usageChunk(count(exchange, text, behaviour));
  response.end(`${chunk({}, finish)}${usage}data: [DONE]\n\n`);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const part of request) chunks.push(part as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * A fake OpenAI-compatible server on a free loopback port: `POST /v1/chat/completions`, JSON and SSE, a
 * journal of what was asked, and faults on demand.
 * @param options `textOf` replaces the usual answers, under any script
 */
export async function startModelServer(
  options: { script?: Script; latencyMs?: number; textOf?: (exchange: Exchange) => string | undefined } = {},
) {
  const journal: Exchange[] = [];
  let script = options.script;
  const server = createServer(async (request, response) => {
    if (request.method !== "POST" || !request.url?.endsWith("/chat/completions")) {
      response.writeHead(404, { "Content-Type": "application/json" }).end('{"error":{"message":"not found"}}');
      return;
    }
    const exchange = readExchange(request, JSON.parse(await readBody(request)));
    journal.push(exchange);
    response.on("close", () => {
      exchange.aborted = !response.writableFinished;
      exchange.endedAt = Date.now();
    });
    const nth = journal.filter((one) => one.role === exchange.role && one.position === exchange.position).length;
    const { latencyMs: delayMs = 0 } = options;
    const text = options.textOf?.(exchange);
    const behaviour = { delayMs, ...(text && { text }), ...script?.(exchange, nth) };
    exchange.status = behaviour.status ?? 200;
    await answer(response, exchange, behaviour);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    /** For OPENAI_COMPATIBLE_BASE_URL, or OPENAI_BASE_URL. */
    baseUrl: `http://127.0.0.1:${port}/v1`,
    journal,
    setScript: (next: Script | undefined) => {
      script = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type ModelServer = Awaited<ReturnType<typeof startModelServer>>;
