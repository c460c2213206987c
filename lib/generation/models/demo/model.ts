import { setTimeout as pause } from "node:timers/promises";
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { type CallContext, readContext } from "../../brief/context.ts";
import { answer } from "./answer.ts";
import { hash } from "./random.ts";

const pieces = 36;
const charactersPerToken = 4;

const promptText = ({ prompt }: LanguageModelV4CallOptions, role?: string) =>
  prompt
    .filter((message) => role === undefined || message.role === role)
    .map(({ content }) =>
      typeof content === "string" ? content : content.map((part) => (part.type === "text" ? part.text : "")).join(" "),
    )
    .join("\n");

/** A call made without context is about what its prompt says. */
function contextOf(options: LanguageModelV4CallOptions): CallContext {
  const given = readContext(options.providerOptions as Parameters<typeof readContext>[0]);
  if (given) return given;
  const role = options.responseFormat?.type === "json" ? "outline" : "chapter";
  const topic = promptText(options, "user").trim().slice(0, 1000) || "Sans titre";
  return { role, request: { topic, goal: topic, words: 600 } };
}

type Reply = { text: string; usage: LanguageModelV4Usage; finishReason: LanguageModelV4FinishReason; delay: number };

function reply(options: LanguageModelV4CallOptions): Reply {
  const whole = answer(contextOf(options));
  const limit = (options.maxOutputTokens ?? Number.POSITIVE_INFINITY) * charactersPerToken;
  const text = whole.slice(0, limit).toWellFormed();
  const input = Math.ceil(promptText(options).length / charactersPerToken);
  const output = Math.ceil(text.length / charactersPerToken);
  return {
    text,
    usage: {
      inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: output, text: output, reasoning: 0 },
    },
    finishReason: { unified: whole.length > limit ? "length" : "stop", raw: undefined },
    delay: (contextOf(options).role === "chapter" ? 900 : 150) + (hash(whole) % 250),
  };
}

async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await pause(milliseconds, undefined, { signal }).catch((error: unknown) => {
    throw signal?.reason ?? error;
  });
}

async function* streamed(options: LanguageModelV4CallOptions): AsyncGenerator<LanguageModelV4StreamPart> {
  const { text, usage, finishReason, delay } = reply(options);
  const id = "text";
  yield { type: "stream-start", warnings: [] };
  yield { type: "text-start", id };
  const tokens = text.split(/(?<=\s)(?=\S)/);
  const size = Math.max(1, Math.ceil(tokens.length / pieces));
  for (let start = 0; start < tokens.length; start += size) {
    await wait(delay / pieces, options.abortSignal);
    yield { type: "text-delta", id, delta: tokens.slice(start, start + size).join("") };
  }
  yield { type: "text-end", id };
  yield { type: "finish", usage, finishReason };
}

/**
 * A model that needs neither key nor network: it composes from pages written beforehand, says so at the end of the
 * first chapter, and gives the same bytes to the same request. A call takes 150 to 400 ms, a chapter
 * about a second: it is read while it comes.
 */
export function demoModel(): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "sorami",
    modelId: "demo",
    supportedUrls: {},
    async doGenerate(options) {
      const { text, usage, finishReason, delay } = reply(options);
      await wait(delay, options.abortSignal);
      return { content: [{ type: "text", text }], usage, finishReason, warnings: [] };
    },
    async doStream(options) {
      options.abortSignal?.throwIfAborted();
      const parts = streamed(options);
      const stream = new ReadableStream<LanguageModelV4StreamPart>({
        async pull(controller) {
          const { value, done } = await parts.next();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        async cancel() {
          await parts.return(undefined);
        },
      });
      return { stream };
    },
  };
}
