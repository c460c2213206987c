import { z } from "zod";
import type { Concession } from "./concession.ts";

export type Body = Record<string, unknown>;

const isObject = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function at(body: Body, path: string): unknown {
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

const messagesOf = (body: Body): Message[] => Messages.safeParse(body.messages).data ?? [];

export const hasSystem = (body: Body): boolean => messagesOf(body).some(isSystem);

function joinSystem(body: Body): Body {
  const messages = messagesOf(body);
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
