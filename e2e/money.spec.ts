import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
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
const settled = (page: Page) => page.locator('p[aria-busy="false"]').filter({ hasText: "min d’écriture" });

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
  const [likely = 0, low = 0, high = 0] = small;
  expect(low).toBeLessThan(likely);
  expect(likely).toBeLessThan(high);
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
  expect(spent).toBeGreaterThanOrEqual(low);
  expect(spent).toBeLessThanOrEqual(high);
  const stages = page.getByRole("list").filter({ hasText: "Assemblage" });
  await expect(stages.getByText(/^\d\sappels? · [\d\s]+\stokens · \d+,\d+\s\$$/).first()).toBeVisible();
});

test("un plafond arrête le livre avant de le dépasser, ce qui se dit d’avance ; relevé sur sa page, il le laisse finir", async ({
  page,
}) => {
  await openOrder(page);
  const cap = page.getByLabel("Plafond de dépense");
  await cap.fill("beaucoup");
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await expect(cap).toBeFocused();
  await expect(page.getByText("Un montant en dollars, supérieur à 0.")).toBeVisible();
  await cap.fill("0,001");
  await expect(page.getByText("que le premier appel peut coûter")).toBeVisible();
  await page.getByLabel("Consignes").fill("Écris tout le livre en espagnol.");
  await expect(page.getByText("Les consignes demandent d’écrire en espagnol")).toBeVisible();
  await page.getByLabel("Consignes").fill("Clair et concret.");
  await expect(page.getByText("Les consignes demandent d’écrire en espagnol")).toHaveCount(0);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectTidy(page, `commande, ${width}`);
    await expectAccessible(page, `commande, ${width}`);
  }
  const before = model.journal.length;
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await page.waitForURL(/\/jobs\//);
  await expect(state(page)).toContainText(/plafond/i, { timeout: 60_000 });
  expect(model.journal.length).toBe(before);
  const raised = page.getByLabel("Plafond de dépense").filter({ visible: true });
  await expect(raised).toHaveValue("0,001");
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectTidy(page, `plafond atteint, ${width}`);
    await expectAccessible(page, `plafond atteint, ${width}`);
  }
  const address = page.url();
  await page.goto(`${app.url}/jobs`);
  await page.getByRole("button", { name: "plafond atteint" }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("Relever le plafond");
  await page.goto(address);
  await raised.fill("-1");
  await page.getByRole("button", { name: "Reprendre la rédaction" }).click();
  await expect(page.getByText("Un montant en dollars, supérieur à 0.").filter({ visible: true })).toBeVisible();
  await raised.fill("5");
  await page.getByRole("button", { name: "Reprendre la rédaction" }).click();
  await expect(state(page)).toContainText("Terminé, et reçu par webhook", { timeout: 60_000 });
  await expect(page.getByText("5,00\u00a0$").first()).toBeVisible();
});

test("tout ce qui n’est pas terminé s’arrête d’un seul geste, une fois confirmé", async ({ page }) => {
  model.setScript(() => ({ stallAfterChars: 10 }));
  const order = async (topic: string, more: object = {}) => {
    const data = { topic, goal: "Le comprendre.", chapters: 1, words_per_chapter: 200, ...more };
    const answer = await page.request.post(`${app.url}/api/books/create`, { data });
    return (await answer.json()).job_id as string;
  };
  const ids = [await order("Le sel"), await order("Le vent"), await order("La mer", { max_cost: 0.0001 })];
  await page.goto(`${app.url}/jobs`);
  const stop = page.getByRole("button", { name: "Tout arrêter" });
  await stop.click();
  const dialog = page.getByRole("alertdialog");
  await expectAccessible(page, "confirmation");
  await dialog.getByRole("button", { name: "Continuer les rédactions" }).click();
  await expect(dialog).toHaveCount(0);
  await stop.click();
  await dialog.getByRole("button", { name: "Tout arrêter" }).click();
  await expect(page.getByText("3 rédactions arrêtées.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Annulé" })).toHaveCount(3);
  await expect(stop).toHaveCount(0);
  for (const id of ids) {
    const { status } = await (await page.request.get(`${app.url}/api/books/status/${id}`)).json();
    expect(status).toBe("cancelled");
  }
  await expect.poll(() => model.journal.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
});
