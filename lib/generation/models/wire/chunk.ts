import { z } from "zod";

/** What is not as expected counts as absent: only what can be used is looked for. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(undefined);

const Part = z.union([z.string(), z.looseObject({ text: lenient(z.string()), thinking: z.unknown().optional() })]);
const Content = z.union([z.string(), z.array(Part), Part]);
const Call = z.looseObject({ arguments: z.unknown().optional() });

const Delta = z.looseObject({
  content: lenient(Content),
  reasoning_content: lenient(z.string()),
  reasoning: lenient(z.string()),
  thinking: lenient(z.string()),
  tool_calls: lenient(z.array(z.looseObject({ function: lenient(Call) }))),
  function_call: lenient(Call),
});

const Choice = z.looseObject({
  delta: lenient(Delta),
  /** Stands where `delta` should in answers that come whole, and in some that do not. */
  message: lenient(Delta),
  text: lenient(z.string()),
  finish_reason: lenient(z.string()),
  error: z.unknown().optional(),
});

const Completion = z.looseObject({
  choices: lenient(z.array(Choice)),
  usage: lenient(z.looseObject({})),
});

type Said = { index: 0; delta: { content: string; reasoning_content?: string }; finish_reason: string | null };

export type Chunk = { choices: Said[]; usage?: object };

const textOf = (part: z.infer<typeof Part>): string => (typeof part === "string" ? part : (part.text ?? ""));
const thoughtOf = (part: z.infer<typeof Part>): string => {
  const { thinking } = typeof part === "string" ? {} : part;
  if (typeof thinking === "string") return thinking;
  const parts = z.array(Part).safeParse(thinking);
  return parts.success ? parts.data.map(textOf).join("") : "";
};

/** No tool is ever offered: the arguments of one that is called all the same are the object that was asked for. */
function argumentsOf({ tool_calls, function_call }: z.infer<typeof Delta>): string {
  const calls = [...(tool_calls ?? []).map((call) => call.function), function_call];
  return calls
    .map((call) => call?.arguments)
    .map((given) => (typeof given === "object" && given ? JSON.stringify(given) : given))
    .filter((given) => typeof given === "string")
    .join("");
}

function finishOf(reason: string): string {
  if (/length|max.?(?:\w+.)?tokens/i.test(reason)) return "length";
  return /filter|safety|sensitive|prohibited|blocklist/i.test(reason) ? "content_filter" : "stop";
}

function choiceOf(choice: z.infer<typeof Choice>, isShaped: boolean): Said {
  const delta = choice.delta ?? choice.message ?? {};
  const content = delta.content ?? choice.text ?? "";
  const parts = Array.isArray(content) ? content : [content];
  const thought = delta.reasoning_content ?? delta.reasoning ?? delta.thinking ?? parts.map(thoughtOf).join("");
  const text = parts.map(textOf).join("") + (isShaped ? argumentsOf(delta) : "");
  return {
    index: 0,
    delta: { content: text, ...(thought && { reasoning_content: thought }) },
    finish_reason: choice.finish_reason ? finishOf(choice.finish_reason) : null,
  };
}

/**
 * Reads one event of a stream, or a whole answer, as a chunk of the form that every client knows.
 * @param isShaped an object was asked for
 * @returns undefined for what says nothing: a keep-alive, an event of the server's own
 */
export function readChunk(said: unknown, isShaped: boolean): Chunk | undefined {
  const { success, data } = Completion.safeParse(said);
  if (!success) return undefined;
  const choices = (data.choices ?? []).slice(0, 1).map((choice) => choiceOf(choice, isShaped));
  return choices.length > 0 || data.usage ? { choices, ...(data.usage && { usage: data.usage }) } : undefined;
}

/** The words of a chunk that says nothing else. */
const wordsOf = ({ choices: [choice], usage }: Chunk) =>
  choice && !choice.finish_reason && !usage ? choice.delta : undefined;

function join(left: Chunk, right: Chunk): Chunk | undefined {
  const [before, after] = [wordsOf(left), wordsOf(right)];
  // A chunk's thoughts are read before its text.
  if (!before || !after || (before.content && after.reasoning_content)) return undefined;
  const thought = (before.reasoning_content ?? "") + (after.reasoning_content ?? "");
  const delta = { content: before.content + after.content, ...(thought && { reasoning_content: thought }) };
  return { choices: [{ index: 0, delta, finish_reason: null }] };
}

/** Joins the chunks that only add words to the one before. */
export function joinChunks(all: (Chunk | string)[]): (Chunk | string)[] {
  const joined: (Chunk | string)[] = [];
  for (const one of all) {
    const last = joined.at(-1);
    const both = typeof last === "object" && typeof one === "object" ? join(last, one) : undefined;
    if (both) joined[joined.length - 1] = both;
    else joined.push(one);
  }
  return joined;
}

const Fault = z.looseObject({
  error: z.unknown().optional(),
  object: z.unknown().optional(),
  message: lenient(z.string()),
  code: z.unknown().optional(),
  status: z.unknown().optional(),
  choices: lenient(z.array(Choice)),
});

const isStatus = (value: unknown): value is number => Number(value) >= 400 && Number(value) < 600;

/** @returns the error that stands where an answer should; its status is 500 when it names none */
export function readFault(said: unknown): { status: number; body: string } | undefined {
  const { success, data } = Fault.safeParse(said);
  if (!success) return undefined;
  const [choice] = data.choices ?? [];
  const isBroken = /error/i.test(choice?.finish_reason ?? "");
  const error = data.error || choice?.error || (data.object === "error" && data) || (isBroken && data);
  if (!error) return undefined;
  const { code, status } = typeof error === "object" ? (error as { code?: unknown; status?: unknown }) : {};
  const known = [code, status, data.code, data.status].find(isStatus);
  return { status: Number(known ?? 500), body: JSON.stringify(said) };
}
