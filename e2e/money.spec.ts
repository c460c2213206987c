import { expect, type Locator, type Page } from "@playwright/test";
import type { App } from "#testing/app/app.ts";
import { test } from "#testing/app/shared.ts";
import type { ModelServer } from "#testing/model/server.ts";

let model: ModelServer;
let app: App;
test.beforeEach(async ({ writing }) => {
  model = writing.model;
  app = await writing.empty();
});

async function openOrder(page: Page) {
  await page.goto(app.url);
  await page.getByLabel("Sujet").fill("Les moulins");
  await page.getByLabel("Ce que le lecteur en retirera").fill("Savoir comment un moulin moud, et qui en vivait.");
  await page.getByRole("button", { name: "Préciser" }).click();
  await page.getByLabel("Chapitres").fill("2");
  await page.getByLabel("Mots par chapitre").fill("300");
}

/** The status on the job's page. The page before is kept in the document, hidden. */
const state = (page: Page) => page.locator("main p[aria-live]:not(.sr-only)").filter({ visible: true });

/** The estimate once it is that of the order as it stands. */
const settled = (page: Page) => page.locator('p[aria-busy="false"]').filter({ hasText: "min d’écriture · " });

const price = /(\d+,\d+)\s\$/g;
/** The amounts that a text names, in dollars. */
async function amounts(text: Locator): Promise<number[]> {
  return [...((await text.textContent()) ?? "").matchAll(price)].map(([, amount = ""]) =>
    Number(amount.replace(",", ".")),
  );
}

test("l’estimation suit la commande, et ce que le livre a coûté s’y compare", async ({ page }) => {
  await openOrder(page);
  const estimate = settled(page);
  await expect(estimate).toContainText(/^2\schapitres\s.*\$/);
  const small = await amounts(estimate);
  await page.getByLabel("Chapitres").fill("20");
  await expect(estimate).toContainText(/^20\schapitres/);
  expect((await amounts(estimate))[0]).toBeGreaterThan((small[0] ?? 0) * 4);
  await page.getByLabel("Chapitres").fill("2");
  await expect(estimate).toContainText(/^2\schapitres/);
  expect(await amounts(estimate)).toEqual(small);

  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await page.waitForURL(/\/jobs\//);
  await expect(state(page)).toContainText("Terminé, et reçu par webhook", { timeout: 60_000 });
  const sheet = page.getByRole("region", { name: "Fiche de qualité" });
  await expect(sheet).toContainText(`${model.journal.length} appels`);
  await expect(sheet).toContainText("Estimation à la commande");
  const tokens = model.journal.map(({ usage }) => usage ?? { prompt_tokens: 0, completion_tokens: 0 });
  const spent = tokens.reduce((sum, usage) => sum + 2 * usage.prompt_tokens + 10 * usage.completion_tokens, 0) / 1e6;
  expect(spent).toBeGreaterThanOrEqual(small[0] ?? 0);
  expect(spent).toBeLessThanOrEqual(small[1] ?? 0);
  const stages = page.getByRole("list").filter({ hasText: "Assemblage" });
  await expect(stages.getByText(/^\d\sappels? · [\d\s]+\stokens · \d+,\d+\s\$$/).first()).toBeVisible();
});

test("un plafond arrête le livre avant de le dépasser ; relevé sur sa page, il le laisse finir", async ({ page }) => {
  await openOrder(page);
  const cap = page.getByLabel("Plafond de dépense");
  await cap.fill("beaucoup");
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await expect(cap).toBeFocused();
  await expect(page.getByText("Un montant en dollars, supérieur à 0.")).toBeVisible();
  await cap.fill("0,001");
  const before = model.journal.length;
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await page.waitForURL(/\/jobs\//);
  await expect(state(page)).toContainText(/plafond/i, { timeout: 60_000 });
  expect(model.journal.length).toBe(before);
  const raised = page.getByLabel("Plafond de dépense").filter({ visible: true });
  await expect(raised).toHaveValue("0,001");
  await raised.fill("-1");
  await page.getByRole("button", { name: "Reprendre la rédaction" }).click();
  await expect(page.getByText("Un montant en dollars, supérieur à 0.").filter({ visible: true })).toBeVisible();
  await raised.fill("5");
  await page.getByRole("button", { name: "Reprendre la rédaction" }).click();
  await expect(state(page)).toContainText("Terminé, et reçu par webhook", { timeout: 60_000 });
  await expect(page.getByText("5,00\u00a0$").first()).toBeVisible();
});
