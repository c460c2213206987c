import { at, type Body, hasSystem } from "./concede.ts";
import type { Concession } from "./concession.ts";
import { lessBound } from "./refused-bound.ts";

/** Where providers ask for an object of a schema; what goes with the schema goes with it. */
const formats = [
  ["response_format"],
  ["text.format"],
  ["generationConfig.responseSchema", "generationConfig.responseMimeType"],
  ["output_format"],
  ["output_config.format"],
  ["responseFormat"],
];

export const asksForObject = (body: Body): boolean => formats.some(([field = ""]) => at(body, field) !== undefined);

function lessFormat(body: Body): Concession[] {
  const fields = formats.find(([field = ""]) => at(body, field) !== undefined) ?? [];
  if (at(body, "response_format.type") === "json_schema") return [{ kind: "any-object", field: "response_format" }];
  return fields.map((field) => ({ kind: "omit", field }));
}

const lessStreamOptions = (body: Body): Concession[] =>
  body.stream_options === undefined ? [] : [{ kind: "omit", field: "stream_options" }];

const lessSystem = (body: Body): Concession[] => (hasSystem(body) ? [{ kind: "join-system", field: "messages" }] : []);

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
