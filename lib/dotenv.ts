import { readFileSync } from "node:fs";
import path from "node:path";

const assignment = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/;
const quoted = /^\s*(["'`])(.*)\1\s*(?:\s#.*)?$/;

/**
 * Reads the variables of a `.env`, one a line, as written: nothing is expanded or unescaped, quotes around a value are not
 * part of it, and a comment stands on its own line or after a space. So a secret may hold `#`, which `parseEnv` of
 * node:util takes for a comment.
 */
export function parseDotenv(text: string): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    const [, name, value = ""] = assignment.exec(line) ?? [];
    if (name) variables[name] = quoted.exec(value)?.[2] ?? value.replace(/\s#.*$/, "").trim();
  }
  return variables;
}

/**
 * Puts the variables of `folder/.env` into the environment, as written; existing variables win. Tells Next that it has
 * read the file: it would expand `$` (`pa$word` would become `pa`) even in variables that are set.
 */
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
