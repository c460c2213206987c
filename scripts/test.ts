// `npm test`: everything the project promises, checked. Ends with one line, `N passed, N failed`.
// What could not be run counts as failed and is said.
import { spawn, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { provideBrowser, providePostgres } from "#testing/machine/install.ts";
import { startPostgres } from "#testing/machine/postgres-server.ts";
import { build } from "./setup/build.ts";
import { beginning, type Count, type Failed, leftOut, readPlaywright, readVitest } from "./test/count.ts";

const root = path.resolve(import.meta.dirname, "..");
const reports = mkdtempSync(path.join(tmpdir(), "sorami-tests-"));
const patienceMs = 30 * 60_000;
/** What a test must import, however indirectly, to touch a database: those that do not have run once already. */
const databases = globSync(["lib/database/*.ts", "testing/database/postgres.ts"], { cwd: root });
const results: { name: string; seconds: number; count: Count; why: Failed[] }[] = [];
const outcomes: ReturnType<typeof readVitest>[] = [];

function run(command: string, args: string[], variables: Record<string, string> = {}): Promise<boolean> {
  const options = { cwd: root, env: { ...process.env, ...variables }, timeout: patienceMs };
  const child = spawn(command, args, { ...options, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

async function step(name: string, work: () => Promise<{ count: Count; why?: Failed[] }>) {
  console.info(`\n── ${name}`);
  const began = performance.now();
  const { count, why = [] } = await work();
  results.push({ name, seconds: (performance.now() - began) / 1000, count, why });
}

const check = (ok: boolean, ...why: Failed[]) => ({
  count: { passed: Number(ok), failed: Number(!ok) },
  why: ok ? [] : why,
});

/** An npm script that counts as one check. */
function script(name: string) {
  const { status, stdout, stderr } = spawnSync("npm", ["run", name, "--silent"], { cwd: root, encoding: "utf8" });
  const output = `${stdout ?? ""}${stderr ?? ""}`;
  console.info(output);
  return check(status === 0, { name: `npm run ${name}`, ...beginning([output]) });
}

/** Says what failed, and why, again at the end, where the output is read first. */
const counted = ({ passed, failed }: { passed: string[]; failed: Failed[] }) => ({
  count: { passed: passed.length, failed: failed.length },
  why: failed,
});

type Vitest = { which: string[]; variables: Record<string, string> };

async function vitest(name: string, { which, variables }: Vitest) {
  const file = path.join(reports, `${name}.json`);
  const reporters = ["--silent=passed-only", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ok = await run("vitest", [...which, ...reporters], variables);
  const outcome = readVitest(file, ok);
  outcomes.push(outcome);
  return counted(outcome);
}

async function playwright(variables: Record<string, string>) {
  const file = path.join(reports, "playwright.json");
  const ok = await run("playwright", ["test", "--reporter=list,json"], {
    ...variables,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return counted(readPlaywright(file, ok));
}

async function main() {
  await step("Client de la base", async () => script("db:generate"));
  await step("Lint et format", async () => script("lint"));
  await step("Types", async () => script("typecheck"));
  await step("Construction", async () => {
    const { ok, output } = build();
    console.info(ok ? "construit" : output);
    return check(ok, { name: "npm run build", ...beginning([output]) });
  });
  await step("Unités et intégration, base embarquée", () =>
    vitest("embedded", { which: ["run"], variables: { TEST_DATABASE_URL: "" } }),
  );
  const given = process.env.TEST_DATABASE_URL;
  if (!given) providePostgres();
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres().catch((error) => console.error(`❌ ${error.message}`));
  const onServer: Record<string, string> = server ? { TEST_DATABASE_URL: server.url } : {};
  await step("Unités et intégration, serveur Postgres", async () =>
    server
      ? vitest("postgres", { which: ["related", "--run", ...databases], variables: onServer })
      : check(false, { name: "pas exécuté : ni Postgres sur cette machine, ni installation possible" }),
  );
  await step("Aucun test laissé de côté", async () => {
    const names = leftOut(outcomes);
    return check(names.length === 0, ...names.map((name) => ({ name })));
  });
  const browser = provideBrowser();
  await step("Navigateur", async () =>
    check(Boolean(browser), { name: "introuvable et pas installable : les pages ne peuvent pas être essayées" }),
  );
  await step("De bout en bout", () => playwright(onServer));
  await server?.stop();
}

const here = (text: string) => text.replaceAll(`${root}${path.sep}`, "");

function report(): boolean {
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
