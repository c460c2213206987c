import { format, stripVTControlCharacters } from "node:util";
import { logger } from "../../lib/logger.ts";

/** Sends the console output of Next to the log, one record a line. */
export function recordConsole() {
  const record =
    (level: keyof typeof logger) =>
    (...values: unknown[]) =>
      logger[level](stripVTControlCharacters(format(...values)));
  Object.assign(console, {
    debug: record("info"),
    log: record("info"),
    info: record("info"),
    warn: record("warn"),
    error: record("error"),
  });
}
