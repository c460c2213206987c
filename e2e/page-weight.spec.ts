import { expect } from "@playwright/test";
import type { App } from "#testing/app/app.ts";
import { openBookPages, weighPage } from "#testing/app/page-weight.ts";
import { test } from "#testing/app/shared.ts";

let app: App;
let paths: { job: string; book: string };
test.beforeAll(async ({ demo }) => {
  app = await demo.empty();
  paths = await openBookPages(app.url);
});

const kilo = 1000;

test("l’atelier est léger, et ne demande presque rien au serveur quand rien n’arrive", async ({ page }) => {
  const { scriptBytes, asked } = await weighPage(page, app.url, 5000);
  expect(scriptBytes).toBeLessThanOrEqual(220 * kilo);
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(8);
});

test("les rédactions et la lecture sont légères", async ({ page }) => {
  const list = await weighPage(page, `${app.url}/jobs`, 1000);
  expect(list.scriptBytes).toBeLessThanOrEqual(220 * kilo);
  const job = await weighPage(page, app.url + paths.job, 1000);
  expect(job.scriptBytes).toBeLessThanOrEqual(220 * kilo);
  const reader = await weighPage(page, app.url + paths.book, 1000);
  expect(reader.scriptBytes).toBeLessThanOrEqual(150 * kilo);
});
