import { z } from "zod";

/** One thing that a model's server does not take, and what it is asked instead. `field` is a path with dots. */
export const Concession = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("omit"), field: z.string() }),
  z.object({ kind: z.literal("rename"), field: z.string(), to: z.string() }),
  z.object({ kind: z.literal("lower"), field: z.string(), to: z.number() }),
  z.object({ kind: z.literal("replace"), field: z.string(), from: z.string(), to: z.string() }),
  /** Any JSON object instead of one of a schema. */
  z.object({ kind: z.literal("any-object"), field: z.string() }),
  /** The system's words stand at the head of the user's. */
  z.object({ kind: z.literal("join-system"), field: z.literal("messages") }),
  z.object({ kind: z.literal("whole"), field: z.literal("stream") }),
]);
export type Concession = z.infer<typeof Concession>;

export type Body = Record<string, unknown>;

const isObject = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function at(body: Body, path: string): unknown {
  return path.split(".").reduce<unknown>((found, key) => (isObject(found) ? found[key] : undefined), body);
}

/** @returns a copy without the field when `value` is undefined */
function withField(body: Body, path: string, value: unknown): Body {
  const [key = "", ...rest] = path.split(".");
  const { [key]: inner, ...others } = body;
  const changed = rest.length > 0 && isObject(inner) ? withField(inner, rest.join("."), value) : value;
  return changed === undefined ? others : { ...others, [key]: changed };
}

type Message = { role: string; content?: unknown };
const Messages = z.array(z.looseObject({ role: z.string(), content: z.unknown().optional() }));
const isSystem = ({ role }: Message) => role === "system" || role === "developer";
const wordsOf = ({ content }: Message) => (typeof content === "string" ? content : JSON.stringify(content));

function joinSystem(body: Body): Body {
  const messages = Messages.safeParse(body.messages).data ?? [];
  const [first, ...others] = messages.filter((message) => !isSystem(message));
  if (!first) return body;
  const content = [...messages.filter(isSystem), first].map(wordsOf).join("\n\n");
  return { ...body, messages: [{ ...first, content }, ...others] };
}

function applyOne(body: Body, concession: Concession): Body {
  const { field } = concession;
  const value = at(body, field);
  if (value === undefined) return body;
  switch (concession.kind) {
    case "omit":
      return withField(body, field, undefined);
    case "rename":
      return withField(withField(body, field, undefined), concession.to, value);
    case "lower":
      return withField(body, field, Math.min(Number(value), concession.to));
    case "replace":
      return value === concession.from ? withField(body, field, concession.to) : body;
    case "any-object":
      return withField(body, field, { type: "json_object" });
    case "join-system":
      return joinSystem(body);
    case "whole":
      return { ...withField(body, "stream_options", undefined), stream: false };
  }
}

export const concede = (body: Body, concessions: Concession[]): Body => concessions.reduce(applyOne, body);

/** Where providers ask for an object of a schema; what goes with the schema goes with it. */
const formats = [
  ["response_format"],
  ["text.format"],
  ["generationConfig.responseSchema", "generationConfig.responseMimeType"],
  ["output_format"],
  ["output_config.format"],
  ["responseFormat"],
];
const bounds = [
  "max_tokens",
  "max_completion_tokens",
  "max_output_tokens",
  "generationConfig.maxOutputTokens",
  "maxOutputTokens",
];

export const asksForObject = (body: Body): boolean => formats.some(([field = ""]) => at(body, field) !== undefined);

function lessFormat(body: Body): Concession[] {
  const fields = formats.find(([field = ""]) => at(body, field) !== undefined) ?? [];
  if (at(body, "response_format.type") === "json_schema") return [{ kind: "any-object", field: "response_format" }];
  return fields.map((field) => ({ kind: "omit", field }));
}

const lessStreamOptions = (body: Body): Concession[] =>
  body.stream_options === undefined ? [] : [{ kind: "omit", field: "stream_options" }];

const named = /(?:at most|maximum|less than or equal to|up to|range[^[\d]*\[\d+, ?|limit|[<>]=?)\D{0,60}?(\d{2,})/gi;
/** What the prompt takes of the room that it shares with its answer, and that room, as servers say them. */
const promptTokens =
  /(\d+) (?:`?inputs?`? tokens|(?:tokens )?(?:in|from|of) (?:the |text )*(?:input|messages|prompt))|prompt contains (?:at least )?(\d+)|(\d+) \+ \d+ >/i;
const sharedRoom =
  /(?:context (?:length|window|size)|tokens`? \+ `?max_(?:new_)?tokens`? must be)\D{0,40}(\d+)|\d+ \+ \d+ > (\d+)/i;
const firstOf = (pattern: RegExp, said: string) => Number(pattern.exec(said)?.slice(1).find(Boolean));
const minAnswerTokens = 200;

/** What a prompt leaves to its own answer says nothing of the next. */
const leftByPrompt = (digits: string) => firstOf(sharedRoom, digits) - firstOf(promptTokens, digits);
const digitsOf = (said: string) => said.replace(/(?<=\d)[,_](?=\d{3}\b)/g, "");
const boundsIn = (digits: string) => [...digits.matchAll(named)].map(([, limit]) => Number(limit));
const ofWindow = /context|reduce the length/i;

export function isOfPrompt(said: string): boolean {
  const digits = digitsOf(said);
  return !Number.isNaN(leftByPrompt(digits)) || (ofWindow.test(said) && boundsIn(digits).length === 0);
}

/** The highest bound that a server's words leave to the answer, below the one that was asked for. */
function boundIn(said: string, asked: number): number | undefined {
  const digits = digitsOf(said);
  const left = leftByPrompt(digits);
  const limits = Number.isNaN(left) ? boundsIn(digits) : [left];
  const lower = limits.filter((limit) => limit < asked && limit >= minAnswerTokens);
  return lower.length > 0 ? Math.max(...lower) : undefined;
}

const ofAnswer = /max.?(?:\w+.)?tokens|completion|output/i;

/** The bound itself is never given up: a cap on the cost may rest on it. */
function lessBound(body: Body, said: string): Concession[] {
  const field = bounds.find((name) => typeof at(body, name) === "number");
  if (!field) return [];
  const asked = Number(at(body, field));
  const to = boundIn(said, asked);
  if (to !== undefined) return [{ kind: "lower", field, to }];
  const half = Math.floor(asked / 2);
  // A server that does not say how much room it has is asked for half, again and again.
  if (isOfPrompt(said))
    return half < minAnswerTokens || !ofAnswer.test(said) ? [] : [{ kind: "lower", field, to: half }];
  const [one = "", other = ""] = bounds;
  if (field === one) return [{ kind: "rename", field, to: other }];
  return field === other ? [{ kind: "rename", field, to: one }] : [];
}

const lessSystem = (body: Body): Concession[] =>
  Messages.safeParse(body.messages).data?.some(isSystem) ? [{ kind: "join-system", field: "messages" }] : [];

const lessStream = (body: Body): Concession[] =>
  body.stream === true && body.messages !== undefined ? [{ kind: "whole", field: "stream" }] : [];

/** Where providers ask how much to think. */
const thinkingFields = [
  "reasoning_effort",
  "reasoning",
  "thinking",
  "output_config.effort",
  "generationConfig.thinkingConfig",
  "chat_template_kwargs",
];
const efforts = ["none", "minimal", "low", "medium", "high"];

/** A server that takes other efforts is asked for the least of them, or what it takes is another model's. */
function lessEffort(body: Body, said: string): Concession[] {
  const field = ["reasoning_effort", "reasoning.effort", "output_config.effort"].find((name) => at(body, name));
  if (!field || !/effort/i.test(said)) return [];
  const from = String(at(body, field));
  const isOffered = (effort: string) => ['"', "'", "`"].some((quote) => said.includes(quote + effort + quote));
  const to = efforts.find((effort) => effort !== from && isOffered(effort));
  return to ? [{ kind: "replace", field, from, to }] : [{ kind: "omit", field }];
}

const withoutThinking = (body: Body): Concession[] =>
  thinkingFields.filter((field) => at(body, field) !== undefined).map((field) => ({ kind: "omit", field }));

/** Without these a request says nothing. */
const essential = /^(?:model|messages|input|contents|prompt|system|systemInstruction|generationConfig|stream|max)/;

/** Fields whose names stand in sentences about something else. */
const commonWord = /^(?:user|text|tools?|store|seed|stop|n|metadata|include|reasoning|output)$/;

function lessOfNamed(body: Body, said: string): Concession[] {
  const words = said.replaceAll("\\", "");
  const isQuoted = (field: string) => ['"', "'", "`"].some((quote) => words.includes(quote + field + quote));
  const isNamed = (field: string) =>
    isQuoted(field) || (!commonWord.test(field) && new RegExp(`(?<!\\w)${field}(?!\\w)`).test(words));
  const fields = Object.keys(body).filter((field) => !essential.test(field) && isNamed(field));
  return fields.map((field) => ({ kind: "omit", field }));
}

/** Servers name what they refuse in words of their own. */
const refusals: [RegExp, (body: Body, said: string) => Concession[]][] = [
  [/stream.?options|include.?usage/i, lessStreamOptions],
  [
    /response.?(?:format|schema|mime)|json.?(?:schema|mode|object)|output.?(?:format|config)|structured.?output|text\.format|grammar|guided/i,
    lessFormat,
  ],
  [/max.?(?:\w+.)?tokens|completion.?tokens|maximum context|messages or completion/i, lessBound],
  [
    /\bsystem.{0,30}(?:role|messages?|prompts?|instruction)|roles?\b.{0,40}\bsystem|developer.{0,3} (?:role|messages?|instruction)|roles?\b.{0,40}developer|roles must alternate|["'`]developer["'`]|user and assistant roles/i,
    lessSystem,
  ],
  [
    /\bstream(?:ing|ed)?\b.{0,40}(?:not|n.t|un) ?(?:be )?(?:supported|allowed|available|enabled|permitted)|(?:not|n.t) (?:support|allow|permit)\w*.{0,40}\bstream|to stream this model/i,
    lessStream,
  ],
  [/effort/i, lessEffort],
  [/./, lessOfNamed],
  [/think|reason/i, withoutThinking],
];

/** @returns what to ask less of a server that said this; nothing when it refuses something else */
export function concessionsTo(said: string, body: Body): Concession[] {
  for (const [pattern, less] of refusals) {
    const found = pattern.test(said) ? less(body, said) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** @returns all that a request can do without, for a server that does not say what it refuses */
export const everyConcession = (body: Body): Concession[] => [
  ...(asksForObject(body) ? formats.flat().filter((field) => at(body, field) !== undefined) : []).map(
    (field): Concession => ({ kind: "omit", field }),
  ),
  ...lessStreamOptions(body),
  ...withoutThinking(body),
];

function describeOne(concession: Concession): string {
  const { field } = concession;
  switch (concession.kind) {
    case "omit":
      return `sans ${field}`;
    case "rename":
      return `avec ${concession.to} au lieu de ${field}`;
    case "lower":
      return `avec ${field} à ${concession.to} au plus`;
    case "replace":
      return `avec ${field} à ${concession.to} au lieu de ${concession.from}`;
    case "any-object":
      return "avec json_object au lieu de json_schema";
    case "join-system":
      return "sans message « system »";
    case "whole":
      return "sans flux";
  }
}

/** @returns the end of a French sentence */
export const frenchOf = (concessions: Concession[]): string => concessions.map(describeOne).join(", ");
