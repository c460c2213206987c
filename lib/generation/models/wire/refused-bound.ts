import { at, type Body } from "./concede.ts";
import type { Concession } from "./concession.ts";

const bounds = [
  "max_tokens",
  "max_completion_tokens",
  "max_output_tokens",
  "generationConfig.maxOutputTokens",
  "maxOutputTokens",
];

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
export function lessBound(body: Body, said: string): Concession[] {
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
