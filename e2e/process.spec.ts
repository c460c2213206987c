import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../scripts/setup/free-port.ts";
import { type App, spawnApp, startApp } from "./fixtures/app.ts";

const apps: App[] = [];
const start = async (...options: Parameters<typeof startApp>) => {
  const app = await startApp(...options);
  apps.push(app);
  return app;
};
test.afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

test("un second processus sur le même DATA_DIR est refusé, et kill -9 libère le dossier aussitôt", async () => {
  const app = await start();
  const second = spawnApp({ DATA_DIR: app.dataDir, PORT: String(await freePort()) });
  expect(await second.exited).toBe(1);
  expect(second.lines.join("\n")).toContain(`Le dossier ${app.dataDir} est déjà utilisé`);
  expect((await fetch(`${app.url}/health`)).status).toBe(200);
  await app.kill("SIGKILL");
  const began = performance.now();
  await app.restart();
  expect(performance.now() - began).toBeLessThan(15_000);
  expect((await fetch(`${app.url}/health`)).status).toBe(200);
});

test("un arrêt demandé se termine de lui-même en quelques secondes", async () => {
  const app = await start();
  const began = performance.now();
  expect(await app.kill("SIGTERM")).toBe(0);
  expect(performance.now() - began).toBeLessThan(5000);
});

test("plusieurs instances partent du même dossier, chacune avec son port et ses données", async () => {
  const [one, two] = await Promise.all([start(), start()]);
  for (const app of [one, two]) expect((await fetch(`${app?.url}/health`)).status).toBe(200);
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
