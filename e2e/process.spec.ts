import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { makeDataDir, root, spawnApp } from "#testing/app/app.ts";
import { appsOfEachTest } from "#testing/app/apps.ts";
import { freePort } from "#testing/machine/free-port.ts";

const start = appsOfEachTest();

test("un second processus sur le même DATA_DIR est refusé, et kill -9 libère le dossier aussitôt", async () => {
  const app = await start();
  const second = spawnApp({ DATA_DIR: app.dataDir, PORT: String(await freePort()) });
  expect(await second.exited).toBe(1);
  expect(second.lines.join("\n")).toContain(`Le dossier ${app.dataDir} est déjà utilisé`);
  expect((await fetch(`${app.url}/health`)).status).toBe(200);
  await app.kill("SIGKILL");
  await app.restart();
  expect((await fetch(`${app.url}/health`)).status).toBe(200);
});

test("un arrêt demandé pendant le départ n’est pas une panne", async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sorami-"));
  for (const afterMs of [300, 700, 1100, 1500]) {
    const run = spawnApp({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    await sleep(afterMs);
    run.child.kill("SIGTERM");
    // Before it listens to signals, the signal itself ends it.
    expect([0, "SIGTERM"]).toContain(await run.exited);
    expect(run.lines.filter((line) => line.startsWith("❌"))).toEqual([]);
  }
  rmSync(dataDir, { recursive: true, force: true });
});

test("plusieurs instances partent du même dossier, chacune avec son port et ses données ; un arrêt demandé se termine de lui-même", async () => {
  const apps = await Promise.all([start(), start()]);
  for (const { url } of apps) expect((await fetch(`${url}/health`)).status).toBe(200);
  for (const app of apps) expect(await app.kill("SIGTERM")).toBe(0);
});

test("un mauvais environnement arrête le départ : une ligne par variable, jamais de valeur", async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sorami-"));
  const secrets = { WEBHOOK_SECRET: "secret avec é", APP_SECRET: "trop-court", ADMIN_TOKEN: "jeton avec espace" };
  const run = spawnApp({
    DATA_DIR: dataDir,
    ENVIRONMENT: "prod",
    PORT: "porte",
    WEBHOOK_RETRY_SCHEDULE: "bientôt",
    ...secrets,
  });
  expect(await run.exited).toBe(1);
  const output = run.lines.filter((line) => line.trim() !== "");
  const names = output.map((line) => line.split(" : ")[0]).sort();
  expect(names).toEqual([...Object.keys(secrets), "ENVIRONMENT", "PORT", "WEBHOOK_RETRY_SCHEDULE"].sort());
  for (const value of Object.values(secrets)) expect(output.join("\n")).not.toContain(value);
  rmSync(dataDir, { recursive: true, force: true });
});

for (const [name, value] of [
  ["DATA_DIR", import.meta.filename],
  ["DATABASE_URL", "postgresql://quelqu-un:mot-de-passe@127.0.0.1:1/sorami"],
  ["HOST", "192.0.2.1"],
] as const)
  test(`un ${name} inutilisable arrête le départ d’une phrase, sans pile ni secret`, async () => {
    const dataDir = makeDataDir();
    const run = spawnApp({ DATA_DIR: dataDir, PORT: String(await freePort()), [name]: value });
    expect(await run.exited).toBe(1);
    const refusal = run.lines.filter((line) => line.startsWith(`${name} : `));
    expect(refusal).toHaveLength(1);
    expect(run.lines.join("\n")).not.toMatch(/mot-de-passe|\n\s+at /);
    rmSync(dataDir, { recursive: true, force: true });
  });

test("npm start avant la construction dit quoi faire", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-unbuilt-"));
  for (const name of ["scripts", "package.json"])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  const { status, stderr } = spawnSync("npm", ["start"], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toContain("lancez d’abord npm run build");
  rmSync(folder, { recursive: true, force: true });
});

test("un secret de .env qui contient un $ ou un # est lu tel quel", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-env-"));
  for (const name of ["scripts", "lib", "prisma", "app", "package.json", "next.config.mjs"])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  for (const name of ["node_modules", ".next"]) symlinkSync(path.join(root, name), path.join(folder, name));
  const secret = ["pa#$word-", "{HOME}-$1"].join("$");
  writeFileSync(path.join(folder, ".env"), `ENVIRONMENT=production\nWEBHOOK_SECRET=${secret}\nHOST=127.0.0.1\n`);
  const app = await start({ root: folder });
  const post = (given: string) =>
    fetch(`${app.url}/api/webhooks/book-completion`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Webhook-Secret": given },
      body: "{",
    });
  for (const cut of ["pa", "pa#-"]) expect((await post(cut)).status).toBe(401);
  // Past the door: what is refused now is the body.
  expect((await post(secret)).status).toBe(400);
  expect(app.lines().join("\n")).not.toContain(secret);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test("en LOG_FORMAT=json, chaque ligne est un enregistrement, celles de Next aussi", async () => {
  const port = await freePort();
  const dataDir = makeDataDir();
  const run = spawnApp({ DATA_DIR: dataDir, PORT: String(port), LOG_FORMAT: "json" });
  const page = () => fetch(`http://127.0.0.1:${port}/jobs/01890000-0000-7000-8000-000000000000`);
  await expect
    .poll(() => run.lines.some((line) => line.includes("📖 Sorami est prêt")), { timeout: 60_000 })
    .toBe(true);
  expect((await page()).status).toBe(200);
  run.child.kill("SIGTERM");
  expect(await run.exited).toBe(0);
  const records = run.lines.map((line) => JSON.parse(line) as { msg: string });
  expect(records.filter(({ msg }) => msg.startsWith("📖 Sorami est prêt"))).toHaveLength(1);
  expect(records.filter(({ msg }) => msg.includes("prerendering"))).toEqual([]);
  rmSync(dataDir, { recursive: true, force: true });
});
