import { showUnseen } from "./contract/unseen.ts";
import { env } from "./env.ts";

type Level = "info" | "warn" | "error";

type Line = string | string[];

type Fields = Record<string, unknown>;

/** Fields may quote anything: JSON escapes some of what is not seen, and this the rest. */
const quote = (fields: Fields) => showUnseen(JSON.stringify(fields));

function toText(messages: string[], fields?: Fields): string {
  const details = fields ? ` ${quote(fields)}` : "";
  return `${messages.join("\n")}${details}\n`;
}

function toJson(level: Level, messages: string[], fields?: Fields): string {
  const time = new Date().toISOString();
  return messages.map((msg) => `${quote({ time, level, msg, ...fields })}\n`).join("");
}

let isJson: boolean | undefined;

function log(level: Level, line: Line, fields?: Fields) {
  isJson ??= env().LOG_FORMAT === "json";
  const messages = [line].flat().map(showUnseen);
  process.stdout.write(isJson ? toJson(level, messages, fields) : toText(messages, fields));
}

/**
 * A text message stands alone on its line: the seed’s lines are promised word for word. What is not seen in a foreign text,
 * a line break included, is named.
 */
export const logger = {
  info: (line: Line, fields?: Fields) => log("info", line, fields),
  warn: (line: Line, fields?: Fields) => log("warn", line, fields),
  error: (line: Line, fields?: Fields) => log("error", line, fields),
};

const hasMessage = (error: unknown): error is { name?: unknown; message: string; stack?: unknown; queue?: unknown } =>
  typeof error === "object" && error !== null && "message" in error && typeof error.message === "string";

/** Leaves out properties that might carry a secret. The queue’s own errors are plain objects. */
export function describeError(error: unknown): Fields {
  if (!hasMessage(error)) return { error: String(error) };
  const { name, message, stack, queue } = error;
  return { ...(name !== undefined && { name }), message, stack, ...(queue !== undefined && { queue }) };
}
