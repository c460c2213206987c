import { createServer, type ServerResponse } from "node:http";
import { setImmediate as yieldToOthers } from "node:timers/promises";
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { closeServer, listen } from "#testing/servers/loopback.ts";
import { reloadEnv } from "../../../env.ts";
import { Failure } from "../../failure.ts";
import { askModel } from "../ask.ts";
import { languageModel } from "../resolve.ts";

const mebibyte = 1024 * 1024;
const beginning = '{"choices":[{"message":{"content":"';
const json = Buffer.from(beginning + "a".repeat(200 * mebibyte));
const chunkOf = (text: string) =>
  `data: ${JSON.stringify({ id: "x", object: "chat.completion.chunk", created: 0, model: "m", choices: [{ index: 0, delta: { content: text } }] })}\n\n`;
const sse = Buffer.from(chunkOf("mot ".repeat(250)).repeat(60 * 1024));

const all = (status: number, type: string, body: Uint8Array, encoding?: string) => (response: ServerResponse) => {
  const headers = { "Content-Type": type, ...(encoding && { "Content-Encoding": encoding }) };
  response.writeHead(status, headers).end(body);
};
const endless =
  (type: string, piece: string, status = 200) =>
  async (response: ServerResponse) => {
    response.writeHead(status, { "Content-Type": type });
    while (!response.destroyed) {
      if (!response.write(piece)) await new Promise((drained) => response.once("drain", drained));
      await yieldToOthers();
    }
  };
const event = "text/event-stream";
const application = "application/json";
const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };

const answers: Record<string, (response: ServerResponse) => unknown> = {
  "gzip, en JSON": all(200, application, gzipSync(json), "gzip"),
  "brotli, en JSON": all(200, application, brotliCompressSync(json, fast), "br"),
  "deflate, en JSON": all(200, application, deflateSync(json), "deflate"),
  "zstd, en JSON": all(200, application, zstdCompressSync(json), "zstd"),
  "gzip deux fois": all(200, application, gzipSync(gzipSync(json)), "gzip, gzip"),
  "gzip, en flux": all(200, event, gzipSync(sse), "gzip"),
  "gzip, sous un autre type": all(200, "text/plain", gzipSync(json), "gzip"),
  "gzip, en erreur": all(500, application, gzipSync(json), "gzip"),
  "un JSON sans fin": endless(application, "a".repeat(64 * 1024)),
  "un flux sans fin": endless(event, chunkOf("mot ".repeat(2500))),
  "un flux d’une ligne sans fin": endless(event, "a".repeat(64 * 1024)),
  "un flux de lignes vides": endless(event, "\n".repeat(64 * 1024)),
  "un flux de commentaires": endless(event, ":\n\n".repeat(20_000)),
  "une erreur sans fin": endless(application, "a".repeat(64 * 1024), 400),
};

const server = createServer(({ url = "" }, response) =>
  answers[new URL(url, "http://x").searchParams.get("as") ?? ""]?.(response),
);
let port: number;
beforeAll(async () => {
  port = await listen(server);
  vi.stubEnv("OPENAI_COMPATIBLE_API_KEY", "sk-x");
});
afterAll(() => closeServer(server));

test.each(Object.keys(answers))(
  "une réponse de 200 Mio ou sans fin est refusée sans être ouverte : %s",
  async (name) => {
    vi.stubEnv("OPENAI_COMPATIBLE_BASE_URL", `http://127.0.0.1:${port}/?as=${encodeURIComponent(name)}&x=`);
    reloadEnv();
    const before = process.memoryUsage().rss;
    const memory = { most: 0 };
    const timer = setInterval(() => {
      memory.most = Math.max(memory.most, process.memoryUsage().rss - before);
    }, 20);
    const blocking = watchEventLoopBlocking();
    const context = { role: "chapter" as const, request: { topic: "", goal: "", words: 1 } };
    const asked = askModel(
      await languageModel("openai-compatible:m"),
      { context, system: "s", prompt: "p" },
      { id: "openai-compatible:m", signal: new AbortController().signal },
    );
    const outcome = await asked.catch((error) => error);
    clearInterval(timer);
    // These are text, and say one word again and again.
    if (name === "gzip, en flux" || name === "un flux sans fin") expect(outcome).toMatchObject({ ended: "repeating" });
    else expect(outcome).toBeInstanceOf(Failure);
    expect(blocking.stop()).toBeLessThan(500);
    expect(memory.most).toBeLessThan(300 * mebibyte);
  },
);
