import pino from "pino";
import { env } from "./env.ts";

type Level = "info" | "warn" | "error";

type Line = string | string[];

function writeText(_level: Level, line: Line, fields?: Record<string, unknown>) {
  const details = fields ? ` ${JSON.stringify(fields)}` : "";
  process.stdout.write(`${[line].flat().join("\n")}${details}\n`);
}

function createWriter(): typeof writeText {
  if (env().LOG_FORMAT === "text") return writeText;
  const json = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  return (level, line, fields) => {
    for (const message of [line].flat()) json[level](fields ?? {}, message);
  };
}

let write: typeof writeText | undefined;

function log(level: Level, line: Line, fields?: Record<string, unknown>) {
  write ??= createWriter();
  write(level, line, fields);
}

/**
 * The log, on standard output. In text the message stands alone on its line, because the seed's lines
 * are promised word for word; with `LOG_FORMAT=json` each is a record with the same message.
 * Several lines given at once are written at once, and stay lines and records of their own.
 */
export const logger = {
  info: (line: Line, fields?: Record<string, unknown>) => log("info", line, fields),
  warn: (line: Line, fields?: Record<string, unknown>) => log("warn", line, fields),
  error: (line: Line, fields?: Record<string, unknown>) => log("error", line, fields),
};

const hasMessage = (error: unknown): error is { name?: unknown; message: string; stack?: unknown; queue?: unknown } =>
  typeof error === "object" && error !== null && "message" in error && typeof error.message === "string";

/**
 * An error as log fields: name, message and stack, and of what queue, without properties that might carry a secret. The
 * queue's own errors are plain objects.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!hasMessage(error)) return { error: String(error) };
  const { name, message, stack, queue } = error;
  return { ...(name !== undefined && { name }), message, stack, ...(queue !== undefined && { queue }) };
}
