import pino from "pino";
import { env } from "./env.ts";

type Level = "info" | "warn" | "error";

function writeText(_level: Level, message: string, fields?: Record<string, unknown>) {
  const details = fields ? ` ${JSON.stringify(fields)}` : "";
  process.stdout.write(`${message}${details}\n`);
}

function createWriter(): typeof writeText {
  if (env().LOG_FORMAT === "text") return writeText;
  const json = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  return (level, message, fields) => json[level](fields ?? {}, message);
}

let write: typeof writeText | undefined;

function log(level: Level, message: string, fields?: Record<string, unknown>) {
  write ??= createWriter();
  write(level, message, fields);
}

/**
 * The log, on standard output. In text the message stands alone on its line, because the seed's lines
 * are promised word for word; with `LOG_FORMAT=json` each is a record with the same message.
 */
export const logger = {
  info: (message: string, fields?: Record<string, unknown>) => log("info", message, fields),
  warn: (message: string, fields?: Record<string, unknown>) => log("warn", message, fields),
  error: (message: string, fields?: Record<string, unknown>) => log("error", message, fields),
};

/** An error as log fields: name, message and stack, without properties that might carry a secret. */
export function describeError(error: unknown): Record<string, unknown> {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { error: String(error) };
}
