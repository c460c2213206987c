// Installs the packages and the pinned Node on a fresh machine. Plain JavaScript without dependencies, for Node ≥ 20.19.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const binaries = path.join(root, "node_modules", ".bin");

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  } catch {
    return {};
  }
}

/** Compares the lock file with npm's copy of what it installed, which lacks packages for other systems. */
function isInstalled() {
  const present = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(([name, { version, optional }]) =>
    present[name] ? present[name].version === version : optional || name === "",
  );
}

/** Shows only npm's errors: its warnings are about the Node that runs it, not about the pinned one. */
const npmOptions = ["--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"];

function install() {
  console.info("📦 Installation des dépendances et du Node 24 de Sorami (npm ci)…");
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ["npm"];
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"] };
  const { status } = spawnSync(command, [...first, "ci", ...npmOptions], options);
  if (status !== 0) {
    console.error("❌ npm ci a échoué : voir ci-dessus.");
    process.exit(1);
  }
}

function pinnedNode() {
  const node = path.join(binaries, "node");
  if (existsSync(node) && spawnSync(node, ["--version"]).status === 0) return node;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  console.error(
    "❌ Le Node 24 du projet n’a pas pu être installé (npm sans scripts ?) : installez Node 24 et relancez.",
  );
  return process.exit(1);
}

/** Installs missing packages, runs `script` under the pinned Node with this command's arguments, and exits with its code. */
export function runPinned(script) {
  if (!isInstalled()) install();
  const env = { ...process.env, PATH: `${binaries}${path.delimiter}${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(pinnedNode(), [path.join(root, script), ...process.argv.slice(2)], { env, stdio: "inherit" });
  // The terminal sends Ctrl-C to the child too; this process only waits for it.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}
