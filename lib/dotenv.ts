import { readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";

/**
 * Puts the variables of `folder/.env` into the environment, as written: Next would expand `$` in them
 * (`pa$word` would become `pa`), but leaves alone what is already set. Existing variables win.
 */
export function loadDotenv(folder: string) {
  let text: string;
  try {
    text = readFileSync(path.join(folder, ".env"), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw error;
  }
  for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value;
}
