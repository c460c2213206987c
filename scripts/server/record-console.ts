import { format, stripVTControlCharacters } from "node:util";
import { logger } from "../../lib/logger.ts";

/** Turns what Next says on the console into records of the log, which is one record a line with `LOG_FORMAT=json`. */
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
