import { chmodSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { StartRefused } from "../errors.ts";

/** Node's `recursive` never ends where the system refuses with ENOENT, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

function openLock(folder: string): DatabaseSync {
  try {
    makeFolder(path.resolve(folder));
    chmodSync(folder, 0o700);
    const file = path.join(folder, "lock");
    const lock = new DatabaseSync(file);
    if (existsSync(file)) chmodSync(file, 0o600);
    return lock;
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new StartRefused(`DATA_DIR : le dossier ${folder} ne peut pas être créé ou écrit (${reason}).`);
  }
}

/**
 * SQLite's lock on an empty file is released when the process dies, `kill -9` included.
 * @throws {StartRefused} when another process holds the lock, or the folder is not writable
 */
export async function lockDataDir(folder: string, timeoutMs = 5000): Promise<() => void> {
  const file = openLock(folder);
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      file.exec("BEGIN EXCLUSIVE");
      return () => file.close();
    } catch (error) {
      if (!(error instanceof Error && /locked|busy/i.test(error.message))) throw error;
      if (performance.now() >= deadline) break;
      await sleep(100);
    }
  }
  file.close();
  throw new StartRefused(
    `Le dossier ${folder} est déjà utilisé par un autre processus Sorami. Arrêtez-le, ou donnez un autre DATA_DIR à celui-ci.`,
  );
}
