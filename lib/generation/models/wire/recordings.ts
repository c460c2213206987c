import { randomUUID } from "node:crypto";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "../../../env.ts";
import { describeError, logger } from "../../../logger.ts";
import { recordExchanges } from "./record-exchange.ts";
import type { RecordedExchange } from "./recorded-exchange.ts";

const maxFiles = 500;
const maxFolderBytes = 100 * 1024 * 1024;

async function hasRoom(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
  return names.length < maxFiles && sizes.reduce((total, size) => total + size, 0) < maxFolderBytes;
}

async function write(folder: string, exchange: RecordedExchange): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await hasRoom(folder)))
    return logger.warn(`⚠️ Échange non enregistré : ${folder} est plein ; videz-le, ou retirez RECORD_MODEL_CALLS.`);
  const name = `${exchange.recorded_at.replaceAll(":", "-")}-${randomUUID().slice(0, 8)}.json`;
  await writeFile(path.join(folder, name), `${JSON.stringify(exchange, null, 2)}\n`, { mode: 0o600, flag: "wx" });
}

/** Fetches as `send` does; with RECORD_MODEL_CALLS each exchange is kept in that folder of DATA_DIR, without its keys. */
export function recorded(send: typeof fetch): typeof fetch {
  const { RECORD_MODEL_CALLS, DATA_DIR } = env();
  if (RECORD_MODEL_CALLS === undefined) return send;
  const folder = path.join(DATA_DIR, RECORD_MODEL_CALLS);
  return recordExchanges(send, (exchange) => {
    write(folder, exchange).catch((error) => logger.warn("⚠️ Échange non enregistré", describeError(error)));
  });
}
