import { readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";

/**
 * Puts the variables of `folder/.env` into the environment, as written; existing variables win. Next is told
 * that it has read the file, since it would expand `$` (`pa$word` would become `pa`) even in what is already set.
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
  for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value;
}
