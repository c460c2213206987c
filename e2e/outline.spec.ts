import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { holdScripts } from "#testing/app/hold-scripts.ts";
import { test } from "#testing/app/shared.ts";
import type { ModelServer } from "#testing/model/server.ts";
import { OutlineView } from "../lib/contract/outline.ts";

let app: App;
let model: ModelServer;
let crash: () => Promise<void>;
test.beforeEach(async ({ writing }) => {
  model = writing.model;
  crash = writing.crash;
  app = await writing.empty();
});

const headers = { "Content-Type": "application/json" };

async function waiting(url: string): Promise<string> {
  const order = { topic: "Le sel", goal: "Le comprendre", chapters: 3, words_per_chapter: 200, review_outline: true };
  const response = await fetch(`${url}/api/books/create`, { method: "POST", headers, body: JSON.stringify(order) });
  const { job_id } = await response.json();
  await expect.poll(() => statusOf(url, job_id), { timeout: 20_000 }).toBe("awaiting_approval");
  return job_id;
}

const statusOf = async (url: string, job: string) =>
  (await (await fetch(`${url}/api/books/status/${job}`)).json()).status as string;

test("le plan se relit et se change, attend un redémarrage, et le livre suit ce qui est approuvé", async ({ page }) => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  const job = await waiting(app.url);
  const release = await holdScripts(page);
  await page.goto(`${app.url}/jobs/${job}`, { waitUntil: "commit" });
  const outline = page.getByRole("region", { name: "Le plan, à relire" });
  await outline.getByLabel("Titre du chapitre").first().fill("Le goût du sel");
  release();
  const firstTitle = async () => (await (await fetch(`${app.url}/api/jobs/${job}/outline`)).json()).chapters[0].title;
  await expect.poll(firstTitle).toBe("Le goût du sel");
  await outline.getByRole("button", { name: "Descendre le chapitre 1" }).click();
  await expect(outline.getByLabel("Titre du chapitre").nth(1)).toHaveValue("Le goût du sel");
  await expect(outline.getByRole("button", { name: "Descendre le chapitre 2" })).toBeFocused();
  await outline.getByRole("button", { name: "Retirer le chapitre 3" }).click();
  await expect(outline.getByRole("status")).toHaveText("Enregistré");
  await outline.getByLabel("Mots").first().fill("12");
  await expect(outline.getByLabel("Mots").first()).toHaveAttribute("aria-invalid", "true");
  await expect(outline.getByRole("status")).toContainText("un champ est à corriger");
  await outline.getByLabel("Mots").first().fill("250");
  await expect(outline.getByRole("status")).toHaveText("Enregistré");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectTidy(page, `${width}`);
    await expectAccessible(page, `${width}`);
  }

  await crash();
  expect(await statusOf(app.url, job)).toBe("awaiting_approval");
  expect(model.journal.map(({ role }) => role)).toEqual(["outline"]);
  await page.reload();
  await expect(outline.getByLabel("Titre du chapitre")).toHaveCount(2);
  await outline.getByRole("button", { name: "Approuver et écrire" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Écrire le livre" }).click();
  await page.getByRole("link", { name: "Lire le livre" }).click({ timeout: 60_000 });
  await page.getByRole("link", { name: "Chapitre suivant Le goût du sel" }).click();
  await expect(page.getByRole("heading", { name: "Le goût du sel", level: 1 })).toBeVisible();
  const { chapters } = await (await fetch(`${app.url}/api/books/result/${job}`)).json();
  expect(chapters.map(({ title }: { title: string }) => title)).toEqual([expect.any(String), "Le goût du sel"]);
  expect(complaints).toEqual([]);
});

test("l’approbation survit à une mort au même instant, et ce qui ne peut pas être est refusé avec sa raison", async () => {
  const job = await waiting(app.url);
  const at = (path: string) => `${app.url}/api/jobs/${job}/${path}`;
  const { version, ...outline } = OutlineView.parse(await (await fetch(at("outline"))).json());
  const put = (body: unknown) => fetch(at("outline"), { method: "PUT", headers, body: JSON.stringify(body) });
  const bad = { ...outline, version, chapters: [{ ...outline.chapters[0], words: 10 }] };
  const refused = await put(bad);
  expect(refused.status).toBe(422);
  expect((await refused.json()).issues).toMatchObject([{ path: "chapters.0.words" }]);
  expect((await put({ ...outline, version: version + 7 })).status).toBe(409);

  const approve = () => fetch(at("approve"), { method: "POST", headers, body: "{}" });
  const cut = approve().catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await crash();
  await cut;
  if ((await statusOf(app.url, job)) === "awaiting_approval") expect((await approve()).status).toBe(200);
  await expect.poll(() => statusOf(app.url, job), { timeout: 60_000 }).toBe("completed");
  expect((await approve()).status).toBe(409);
  expect((await put({ ...outline, version })).status).toBe(409);
  const { chapters } = await (await fetch(`${app.url}/api/books/result/${job}`)).json();
  expect(chapters).toHaveLength(3);
});

test("une ligne lente, un chapitre rétabli, une page quittée trop tôt, une approbation manquée : rien de ce qui est écrit ne se perd", async ({
  page,
}) => {
  const job = await waiting(app.url);
  const stored = async () => OutlineView.parse(await (await fetch(`${app.url}/api/jobs/${job}/outline`)).json());
  let slow = true;
  await page.route("**/outline", async (route) => {
    if (slow && route.request().method() === "PUT") await sleep(3000);
    await route.continue();
  });
  await page.goto(`${app.url}/jobs/${job}`);
  const outline = page.getByRole("region", { name: "Le plan, à relire" });
  const titles = outline.getByLabel("Titre du chapitre");
  for (const title of ["Un", "Un sel", "Un sel gris"]) {
    await titles.first().fill(title);
    await sleep(1200);
  }
  await expect(outline.getByRole("status")).toHaveText("Enregistré");
  expect((await stored()).chapters[0]?.title).toBe("Un sel gris");
  slow = false;

  const last = await titles.nth(2).inputValue();
  await outline.getByRole("button", { name: "Retirer le chapitre 3" }).click();
  // A notice under the pointer stays.
  await page.getByRole("button", { name: "Rétablir" }).hover();
  await expect(outline.getByRole("button", { name: "Monter le chapitre 2" })).toBeFocused();
  await titles.first().fill("Le sel gris");
  await page.getByRole("button", { name: "Rétablir" }).click();
  await expect(titles).toHaveCount(3);
  await expect(titles.nth(2)).toHaveValue(last);
  await expect(titles.first()).toHaveValue("Le sel gris");

  await titles.nth(1).fill("Les marais");
  await page.getByRole("link", { name: "Bibliothèque" }).click();
  await expect
    .poll(async () => (await stored()).chapters.map(({ title }) => title))
    .toEqual(["Le sel gris", "Les marais", last]);

  await page.goBack();
  let cut = true;
  await page.route("**/approve", (route) => (cut ? route.abort() : route.continue()));
  await outline.getByRole("button", { name: "Approuver et écrire" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Écrire le livre" }).click();
  await expect(outline.getByText("Sorami ne répond pas.")).toBeVisible();
  cut = false;
  await outline.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.getByRole("link", { name: "Lire le livre" })).toBeVisible({ timeout: 60_000 });
});
