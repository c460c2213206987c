import * as web from "node:stream/web";
import { setTimeout as sleep } from "node:timers/promises";
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { readContext } from "../call-context.ts";
import { answer } from "./answer.ts";

const pieceCount = 36;
const charactersPerToken = 4;
const chapterMs = 1000;
const otherMs = 250;

type Reply = {
  text: string;
  usage: LanguageModelV4Usage;
  finishReason: LanguageModelV4FinishReason;
  durationMs: number;
};

function reply({ prompt, providerOptions, maxOutputTokens }: LanguageModelV4CallOptions): Reply {
  const context = readContext(providerOptions as Parameters<typeof readContext>[0]);
  if (!context) throw new Error("the demo model answers from a call's context, and this call has none");
  const whole = answer(context);
  const maxCharacters = (maxOutputTokens ?? Number.POSITIVE_INFINITY) * charactersPerToken;
  const text = whole.slice(0, maxCharacters).toWellFormed();
  const input = Math.ceil(JSON.stringify(prompt).length / charactersPerToken);
  const output = Math.ceil(text.length / charactersPerToken);
  return {
    text,
    usage: {
      inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: output, text: output, reasoning: 0 },
    },
    finishReason: { unified: whole.length > maxCharacters ? "length" : "stop", raw: undefined },
    durationMs: context.role === "chapter" ? chapterMs : otherMs,
  };
}

async function wait(durationMs: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await sleep(durationMs, undefined, { signal }).catch((error: unknown) => {
    throw signal?.reason ?? error;
  });
}

async function* streamed(options: LanguageModelV4CallOptions): AsyncGenerator<LanguageModelV4StreamPart> {
  const { text, usage, finishReason, durationMs } = reply(options);
  const id = "text";
  yield { type: "stream-start", warnings: [] };
  yield { type: "text-start", id };
  const tokens = text.split(/(?<=\s)(?=\S)/);
  const tokensPerPiece = Math.max(1, Math.ceil(tokens.length / pieceCount));
  for (let start = 0; start < tokens.length; start += tokensPerPiece) {
    await wait(durationMs / pieceCount, options.abortSignal);
    yield { type: "text-delta", id, delta: tokens.slice(start, start + tokensPerPiece).join("") };
  }
  yield { type: "text-end", id };
  yield { type: "finish", usage, finishReason };
}

/** Gives the same bytes to the same request. A chapter takes about a second: it is read while it comes. */
export const demoModel = (): LanguageModelV4 => ({
  specificationVersion: "v4",
  provider: "sorami",
  modelId: "demo",
  supportedUrls: {},
  async doGenerate(options) {
    const { text, usage, finishReason, durationMs } = reply(options);
    await wait(durationMs, options.abortSignal);
    return { content: [{ type: "text", text }], usage, finishReason, warnings: [] };
  },
  async doStream(options) {
    options.abortSignal?.throwIfAborted();
    // The types of the DOM, which the SDK speaks, have no `ReadableStream.from` yet.
    return { stream: web.ReadableStream.from(streamed(options)) as ReadableStream<LanguageModelV4StreamPart> };
  },
});
