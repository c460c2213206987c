import { z } from "zod";
import { modelFetch } from "./model-fetch.ts";

const Part = z.object({ text: z.string().catch("") });
const Asked = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(Part)]) })),
  response_format: z
    .object({ type: z.string(), json_schema: z.object({ schema: z.unknown() }).optional() })
    .optional()
    .catch(undefined),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  temperature: z.number().optional(),
  reasoning_effort: z.string().optional(),
});

/** gpt-oss alone knows levels, and always thinks. */
function thinkingOf(model: string, effort: string): boolean | string {
  if (/gpt-oss/i.test(model)) return effort === "none" ? "low" : effort;
  return effort !== "none";
}

/** Its compatible route takes no window: `num_ctx` is an option of its own protocol alone. */
function toOllama(said: unknown, windowTokens: number): object {
  const {
    model,
    messages,
    response_format: format,
    max_tokens,
    max_completion_tokens,
    temperature,
    reasoning_effort: effort,
  } = Asked.parse(said);
  const textOf = (content: string | { text: string }[]) =>
    typeof content === "string" ? content : content.map(({ text }) => text).join("");
  const bound = max_completion_tokens ?? max_tokens ?? windowTokens;
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content: textOf(content) })),
    stream: true,
    ...(effort !== undefined && { think: thinkingOf(model, effort) }),
    ...(format && { format: format.json_schema?.schema ?? "json" }),
    options: {
      num_ctx: windowTokens,
      num_predict: Math.min(bound, windowTokens),
      ...(temperature !== undefined && { temperature }),
    },
  };
}

const text = z.string().nullish().catch(undefined);
const tokens = z.number().nullish().catch(undefined);
const Line = z.object({
  error: text,
  message: z.object({ content: text, thinking: text }).optional().catch(undefined),
  done: z.boolean().catch(false),
  done_reason: text,
  prompt_eval_count: tokens,
  eval_count: tokens,
});

const eventOf = (fields: object) => `data: ${JSON.stringify(fields)}\n\n`;

/** @returns a line of its answer as the events of a chat completion; what it cannot read stays broken, to be noticed */
function toEvents(line: string): string {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    return `data: ${line}\n\n`;
  }
  const { data } = Line.safeParse(said);
  if (!data) return "";
  const { error, message, done, done_reason, prompt_eval_count: prompt_tokens, eval_count: completion_tokens } = data;
  if (error) return eventOf({ error: { message: error } });
  const delta = { content: message?.content ?? "", reasoning_content: message?.thinking ?? null };
  const finish_reason = done ? (done_reason === "length" ? "length" : "stop") : null;
  const hasUsage = done && typeof prompt_tokens === "number" && typeof completion_tokens === "number";
  const total_tokens = (prompt_tokens ?? 0) + (completion_tokens ?? 0);
  return eventOf({
    choices: [{ index: 0, delta, finish_reason }],
    ...(hasUsage && { usage: { prompt_tokens, completion_tokens, total_tokens } }),
  });
}

function linesToEvents(): TransformStream<string, string> {
  let rest = "";
  return new TransformStream({
    transform(chunk, controller) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.trim() !== "") controller.enqueue(toEvents(line));
    },
    flush(controller) {
      if (rest.trim() !== "") controller.enqueue(toEvents(rest));
    },
  });
}

/** Speaks Ollama's own protocol to it, with the window that it is to give the model. */
export const ollamaFetch =
  (root: string, windowTokens: number): typeof fetch =>
  async (_input, init = {}) => {
    const body = JSON.stringify(toOllama(JSON.parse(String(init.body)), windowTokens));
    const response = await modelFetch(`${root}/api/chat`, { ...init, body });
    if (!response.ok || !response.body) return response;
    const events = response.body
      .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
      .pipeThrough(linesToEvents())
      .pipeThrough(new TextEncoderStream());
    return new Response(events, { headers: { "content-type": "text/event-stream" } });
  };
