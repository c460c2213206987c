import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env, reloadEnv } from "./env.ts";
import { logger } from "./logger.ts";

function readOrGenerate(folder: string, name: string): { value: string; file: string } {
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(32).toString("base64url"), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return { value: readFileSync(file, "utf8").trim(), file };
}

/** Call it while the lock on DATA_DIR is held. The log names the files, never the secrets (contract §1). */
export function provideSecrets() {
  const { DATABASE_URL, DATA_DIR, APP_SECRET, ADMIN_TOKEN, ENVIRONMENT } = env();
  const needsToken = ENVIRONMENT === "production" && !ADMIN_TOKEN;
  if (DATABASE_URL) {
    if (!APP_SECRET)
      logger.warn("⚠️ APP_SECRET absent : les secrets sont chiffrés avec la clé publique de développement");
    if (needsToken) logger.warn("⚠️ ADMIN_TOKEN absent : tout sauf /health et le récepteur répond 401");
    return;
  }
  if (!APP_SECRET) process.env.APP_SECRET = readOrGenerate(DATA_DIR, "app-secret").value;
  if (needsToken) {
    const { value, file } = readOrGenerate(DATA_DIR, "admin-token");
    process.env.ADMIN_TOKEN = value;
    logger.info(`🔒 Jeton d’administration : voir le fichier ${file}`);
  }
  reloadEnv();
}
