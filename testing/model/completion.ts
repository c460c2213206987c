import type { ServerResponse } from "node:http";
import { sleep } from "#lib/clock.ts";
import { replay } from "./recorded.ts";
import type { Behaviour, Exchange } from "./script.ts";

const json = { "Content-Type": "application/json" };
const scriptedError = JSON.stringify({ error: { message: "scripted", type: "scripted", code: null } });

/** French takes about one token for four characters. */
export const countTokens = (text: string) => Math.ceil(text.length / 4);

function recordUsage(exchange: Exchange, text: string, { reasoningTokens = 0 }: Behaviour) {
  const prompt_tokens = countTokens(exchange.system + exchange.prompt);
  const completion_tokens = countTokens(text) + reasoningTokens;
  exchange.usage = { prompt_tokens, completion_tokens };
  return { ...exchange.usage, total_tokens: prompt_tokens + completion_tokens };
}

const completionOf = (object: string, fields: object) =>
  JSON.stringify({ id: "fake", object, created: 0, model: "fake", ...fields });

function wholeCompletion(text: string, finish: string, usage: object | undefined): string {
  const message = { role: "assistant", content: text };
  return completionOf("chat.completion", { choices: [{ index: 0, message, finish_reason: finish }], usage });
}

const streamedCompletion = (fields: object) => `data: ${completionOf("chat.completion.chunk", fields)}\n\n`;

const chunkOf = (delta: object, finish: string | null = null) =>
  streamedCompletion({ choices: [{ index: 0, delta, finish_reason: finish }] });

const deltaOf = (text: string, { toolCall }: Behaviour) =>
  toolCall ? { tool_calls: [{ index: 0, function: { name: "answer", arguments: text } }] } : { content: text };

async function stream(write: (event: string) => void, text: string, behaviour: Behaviour): Promise<void> {
  const { chars, everyMs } = behaviour.drip ?? { chars: 2000, everyMs: 0 };
  const pauses = [...(behaviour.pauses ?? [])];
  write(chunkOf({ role: "assistant", content: "" }));
  if (behaviour.reasoning) write(chunkOf({ [behaviour.reasoning.field]: behaviour.reasoning.text }));
  for (let at = 0; at < text.length; at += chars) {
    if (pauses[0] && at >= pauses[0].at) await pauses.shift()?.until;
    write(chunkOf(deltaOf(text.slice(at, at + chars), behaviour)));
    if (everyMs) await sleep(everyMs);
  }
}

/** As slow as a model: nobody reads what is only in the buffers of a connection. */
const endlessMs = 5;

async function streamEndlessly(response: ServerResponse, exchange: Exchange, behaviour: Behaviour): Promise<void> {
  for (let index = 0; !response.destroyed; index++) {
    const piece = behaviour.endless?.(index) ?? "";
    response.write(chunkOf(behaviour.thinksEndlessly ? { reasoning_content: piece } : deltaOf(piece, behaviour)));
    exchange.written += piece.length;
    await sleep(endlessMs);
  }
}

/**
 * Answers a request to `/chat/completions`, as JSON or as a stream.
 * @param goodText gives the text unless `behaviour` has one
 */
export async function respond(
  response: ServerResponse,
  exchange: Exchange,
  { behaviour, goodText }: { behaviour: Behaviour; goodText: () => string },
): Promise<void> {
  const {
    status = 200,
    finish = behaviour.toolCall ? "tool_calls" : "stop",
    stallAfterChars,
    cutAfterChars,
  } = behaviour;
  if (behaviour.delayMs) await sleep(behaviour.delayMs);
  await behaviour.after;
  if (response.destroyed) return;
  if (behaviour.recorded) return replay(response, behaviour.recorded);
  if (status !== 200 || behaviour.body !== undefined) {
    response.writeHead(status, { ...json, ...behaviour.headers }).end(behaviour.body ?? scriptedError);
    return;
  }
  const plain = behaviour.text ?? (behaviour.endless ? "" : goodText());
  const text = behaviour.fence ? `\`\`\`json\n${plain}\n\`\`\`` : plain;
  if (!exchange.stream || behaviour.unstreamed) {
    const usage = behaviour.omitUsage ? undefined : recordUsage(exchange, text, behaviour);
    response.writeHead(200, { ...json, ...behaviour.headers }).end(wholeCompletion(text, finish, usage));
    return;
  }
  response.writeHead(200, { "Content-Type": "text/event-stream", ...behaviour.headers });
  const write = (event: string) => {
    if (!response.destroyed) response.write(behaviour.rewrite?.(event) ?? event);
  };
  await stream(write, text.slice(0, stallAfterChars ?? cutAfterChars), behaviour);
  exchange.written += text.length;
  if (behaviour.endless) return streamEndlessly(response, exchange, behaviour);
  if (stallAfterChars !== undefined) return;
  if (cutAfterChars !== undefined) {
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (behaviour.brokenLine) write('data: {"choices": [{"delta": \n\n');
  const usage = behaviour.omitUsage
    ? ""
    : streamedCompletion({ choices: [], usage: recordUsage(exchange, text, behaviour) });
  for (const event of [chunkOf({}, finish), usage, "data: [DONE]\n\n"]) if (event) write(event);
  response.end();
}
