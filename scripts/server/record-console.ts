import { format, stripVTControlCharacters } from "node:util";
import { logger } from "../../lib/logger.ts";

/** A client that leaves in the middle of its request is no fault of ours, and may leave as often as it likes. */
const isLeaving = (value: unknown) =>
  value instanceof Error && value.message === "aborted" && "code" in value && value.code === "ECONNRESET";

/** Sends the console output of Next to the log, one record a line. */
export function recordConsole() {
  const record =
    (level: keyof typeof logger) =>
    (...values: unknown[]) => {
      if (!values.some(isLeaving)) logger[level](stripVTControlCharacters(format(...values)).split("\n"));
    };
  Object.assign(console, {
    debug: record("info"),
    log: record("info"),
    info: record("info"),
    warn: record("warn"),
    error: record("error"),
  });
}
