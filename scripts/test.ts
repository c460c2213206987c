// `npm test`: everything the project promises, checked. Ends with one line, `N passed, N failed`.
// A part that cannot run counts as failed.
import { execFile, spawn } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { provideBrowser, providePooler, providePostgres } from "#testing/machine/install.ts";
import { startPostgres } from "#testing/machine/postgres-server.ts";
import { foundProxies, missingProxies, proxySpec } from "#testing/machine/proxies.ts";
import { build } from "./setup/build.ts";
import { beginning, type Count, type Failed, leftOut, type Outcome, slowest } from "./test/count.ts";
import { readPlaywright } from "./test/playwright.ts";
import { readVitest } from "./test/vitest.ts";

const root = path.resolve(import.meta.dirname, "..");
const reports = mkdtempSync(path.join(tmpdir(), "sorami-tests-"));
const timeoutMs = 30 * 60_000;
const results: { name: string; seconds: number; count: Count; why: Failed[] }[] = [];
const outcomes: Outcome[] = [];

type Variables = Record<string, string>;

function run(command: string, args: string[], variables: Variables): Promise<boolean> {
  const options = { cwd: root, env: { ...process.env, ...variables }, timeout: timeoutMs };
  const child = spawn(command, args, { ...options, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

type Checked = { count: Count; why?: Failed[] };

async function step(name: string, work: () => Checked | Promise<Checked>) {
  console.info(`\n── ${name}`);
  const began = performance.now();
  const { count, why = [] } = await work();
  results.push({ name, seconds: (performance.now() - began) / 1000, count, why });
}

const check = (ok: boolean, ...why: Failed[]): Checked => ({
  count: { passed: Number(ok), failed: Number(!ok) },
  why: ok ? [] : why,
});

/** An npm script that counts as one check. What it says comes out whole, since others may be running. */
function script(name: string): Promise<Checked> {
  return new Promise((resolve) => {
    execFile("npm", ["run", name, "--silent"], { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`;
      console.info(`npm run ${name}\n${output}`);
      resolve(check(!error, { name: `npm run ${name}`, ...beginning([output]) }));
    });
  });
}

/** Says what failed, and why, again at the end, where the output is read first. */
function counted(outcome: Outcome) {
  outcomes.push(outcome);
  const { passed, failed } = outcome;
  return { count: { passed: passed.length, failed: failed.length }, why: failed };
}

async function vitest(variables: Variables) {
  const file = path.join(reports, "vitest.json");
  const reporters = ["--silent=passed-only", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ok = await run("vitest", ["run", ...reporters], variables);
  return counted(readVitest(file, ok));
}

/** Specs that measure time are tagged so, and run after the others, one by one. */
const alone = "@seul";
const maxContextLines = 120;

async function playwright(name: string, { which, variables }: { which: string[]; variables: Variables }) {
  const file = path.join(reports, `${name}.json`);
  const output = path.join("test-results", name);
  const args = ["test", ...which, "--reporter=list,json", `--output=${output}`];
  const ok = await run("playwright", args, { ...variables, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  // What the page of a failed test showed at its end.
  for (const context of globSync(`${output}/*/error-context.md`, { cwd: root }))
    console.info(readFileSync(path.join(root, context), "utf8").split("\n").slice(0, maxContextLines).join("\n"));
  return counted(readPlaywright(file, ok));
}

/** The server of TEST_DATABASE_URL, or one of our own for this run, when the machine has one or can install it. */
async function openServer() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  providePostgres();
  return startPostgres().catch((error) => console.error(`❌ ${error.message}`));
}

const stepTypes = () => step("Types", () => script("typecheck"));

const stepBuild = () =>
  step("Construction", async () => {
    const { ok, output } = await build({ hasClient: true });
    console.info(ok ? "construit" : output);
    return check(ok, { name: "npm run build", ...beginning([output]) });
  });

async function main() {
  await step("Client de la base", () => script("db:generate"));
  const server = await openServer();
  await step("Serveur Postgres", () =>
    check(Boolean(server), { name: "ni sur cette machine, ni installable : tout est essayé sur la base embarquée" }),
  );
  const variables: Variables = { TEST_DATABASE_URL: server?.url ?? "" };
  // All end long before the tests that measure time begin. Types and the build write the same files.
  const beside = [step("Lint et format", () => script("lint")), stepTypes().then(stepBuild)];
  await step("Unités et intégration", () => vitest(variables));
  await Promise.all(beside);
  if (!providePooler())
    console.info(
      "PgBouncer : ni sur cette machine, ni installable ; les fonctions sont essayées sur le serveur lui-même",
    );
  const unrunnable = foundProxies().length > 0 ? [] : [`e2e/${proxySpec}`];
  for (const { name } of missingProxies())
    console.info(`${name} : pas sur cette machine ; ses réglages (docs/devant-sorami.md) n’y sont pas essayés`);
  const browser = provideBrowser();
  await step("Navigateur", () =>
    check(Boolean(browser), { name: "introuvable et pas installable : les pages ne peuvent pas être essayées" }),
  );
  await step("De bout en bout", () => playwright("pages", { which: ["--grep-invert", alone], variables }));
  await step("De bout en bout, un par un", () =>
    playwright("seuls", { which: ["--grep", alone, "--workers=1"], variables }),
  );
  await step("Aucun test laissé de côté", () => {
    const files = globSync(["{app,lib,scripts,testing,tools}/**/*.test.ts", "e2e/*.spec.ts"], { cwd: root });
    const unrun = leftOut(outcomes, files.filter((file) => !unrunnable.includes(file)).map(absolute));
    return check(unrun.length === 0, ...unrun.map((name) => ({ name })));
  });
  await server?.stop();
}

const absolute = (file: string) => path.resolve(root, file);
const here = (text: string) => text.replaceAll(`${root}${path.sep}`, "");

function report(): boolean {
  console.info("\nLes dix fichiers les plus lents");
  for (const { file, seconds } of slowest(outcomes, 10))
    console.info(`  ${seconds.toFixed(0).padStart(4)} s  ${here(file)}`);
  console.info("");
  for (const { name, seconds, count, why } of results) {
    const counts = `${count.passed} réussis, ${count.failed} échoués`;
    console.info(`${count.failed ? "❌" : "✅"} ${name} : ${counts} (${seconds.toFixed(0)} s)`);
    for (const { name: what, reason = "" } of why) {
      console.info(`   ✘ ${here(what)}`);
      for (const line of reason.split("\n").filter(Boolean)) console.info(`     │ ${here(line)}`);
    }
  }
  const sum = (key: keyof Count) => results.reduce((total, { count }) => total + count[key], 0);
  console.info(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0;
}

await main().catch((error) => {
  console.error(error);
  results.push({ name: "Déroulement", seconds: 0, count: { passed: 0, failed: 1 }, why: [{ name: String(error) }] });
});
rmSync(reports, { recursive: true, force: true });
process.exitCode = report() ? 0 : 1;
