import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { test } from "#testing/app/shared.ts";

let app: App;
let complaints: string[];

test.beforeEach(async ({ demo, page }) => {
  app = await demo.empty();
  complaints = complaintsOf(page);
});
test.afterEach(() => expect(complaints).toEqual([]));

async function order(topic: string, more: object = {}): Promise<string> {
  const data = { topic, goal: "Le comprendre.", chapters: 1, words_per_chapter: 200, ...more };
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${app.url}/api/books/create`, { method: "POST", headers, body: JSON.stringify(data) });
  return (await answer.json()).job_id;
}

const statusOf = async (job: string) =>
  (await (await fetch(`${app.url}/api/books/status/${job}`)).json()).status as string;
const cancel = async (job: string) =>
  expect((await fetch(`${app.url}/api/jobs/${job}/cancel`, { method: "POST" })).status).toBe(200);
const rows = (page: Page) => page.getByRole("main").getByRole("listitem");

test("sans rédaction, la liste dit par où commencer", async ({ page }) => {
  await page.goto(`${app.url}/jobs`);
  await expect(page.getByText("Aucun livre n’a encore été commandé")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Commencer un livre" }).click();
  await expect(page.getByRole("link", { name: "Toutes les rédactions" })).toHaveCount(0);
});

test("un plan qui attend reste en tête de l’atelier, si vieux soit-il, et la liste montre et filtre tout", async ({
  page,
}) => {
  const waiting = await order("Le sel oublié", { review_outline: true });
  await expect.poll(() => statusOf(waiting), { timeout: 30_000 }).toBe("awaiting_approval");
  const cancelled = await order("Le plan abandonné", { review_outline: true });
  await expect.poll(() => statusOf(cancelled), { timeout: 30_000 }).toBe("awaiting_approval");
  await cancel(cancelled);
  for (let index = 1; index <= 21; index++)
    await cancel(await order(`Le vent du nord ${index}`, { review_outline: true }));

  await page.goto(app.url);
  const first = page.getByRole("region", { name: "En cours d’écriture" }).getByRole("listitem").first();
  await expect(first).toContainText("Relire le plan");
  await expect(first.getByRole("link")).toHaveAttribute("href", `/jobs/${waiting}`);

  await page.getByRole("link", { name: "Toutes les rédactions" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rédactions" })).toBeVisible();
  await expect(rows(page)).toHaveCount(20);
  await page.getByRole("button", { name: "Plus anciennes" }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(page).toHaveURL(/cursor=/);
  await page.getByRole("button", { name: "à relire" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/etat=relire$/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "annulées" }).click();
  await expect(rows(page)).toHaveCount(20);
  await expect(page).toHaveURL(/etat=relire,annulees$/);
  await page.getByRole("button", { name: "à relire" }).click();
  await page.getByRole("button", { name: "annulées" }).click();
  await page.getByRole("button", { name: "en échec" }).click();
  await expect(page.getByText("Aucune rédaction ne correspond")).toBeVisible();
  await page.getByRole("button", { name: "Tout afficher" }).click();
  await expect(rows(page)).toHaveCount(20);
  await expect(page).toHaveURL(/\/jobs$/);

  await page.goto(`${app.url}/jobs/${cancelled}`);
  await expect(page.getByText("avant que ce plan soit approuvé")).toBeVisible();
});

test("la liste des rédactions est accessible et tient à 390 px", async ({ page }) => {
  await order("Une liste");
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${app.url}/jobs`);
    await expect(rows(page).first()).toBeVisible();
    await expectTidy(page, `${width}`);
    await expectAccessible(page, `${width}`);
  }
});
