import { readFileSync } from "node:fs";
import path from "node:path";

const assignment = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/;
const quoted = /^\s*(["'`])(.*)\1\s*(?:\s#.*)?$/;

/** Expands nothing. A comment starts a line or follows a space: a secret may hold `#`, unlike in Node's `parseEnv`. */
export function parseDotenv(text: string): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    const [, name, value = ""] = assignment.exec(line) ?? [];
    if (name) variables[name] = quoted.exec(value)?.[2] ?? value.replace(/\s#.*$/, "").trim();
  }
  return variables;
}

/** Existing variables win. Next must not read the file again: it would expand `$`, even in variables that are set. */
export function loadDotenv(folder: string) {
  process.env.__NEXT_PROCESSED_ENV = "true";
  let text: string;
  try {
    text = readFileSync(path.join(folder, ".env"), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw error;
  }
  for (const [name, value] of Object.entries(parseDotenv(text))) process.env[name] ??= value;
}
