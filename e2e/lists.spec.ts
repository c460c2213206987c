import { expect, type Page } from "@playwright/test";
import type { App } from "#testing/app/app.ts";
import { test } from "#testing/app/shared.ts";

let app: App;

const received = (number: number) => ({
  job_id: `job-${number}`,
  status: "completed",
  timestamp: "2026-01-01T00:00:00Z",
  book_data: {
    book_title: `Livre ${number}`,
    goal: "Remplir les rayons",
    topic: "Les rayons",
    outline: [{ title: "Un", description: "Le seul." }],
    chapters: [{ title: "Un", content: "Texte." }],
    generated_at: "2026-01-01T00:00:00Z",
    word_count: 1,
    chapter_count: 1,
  },
});

test.beforeAll(async ({ demo }) => {
  app = await demo.empty();
  for (let number = 1; number <= 3; number++) await fetch(`${app.url}/api/webhook/test`, { method: "POST" });
  const headers = { "Content-Type": "application/json" };
  for (let number = 1; number <= 30; number++) {
    const body = JSON.stringify(received(number));
    const answer = await fetch(`${app.url}/api/webhooks/book-completion`, { method: "POST", headers, body });
    expect(answer.status, await answer.text()).toBe(200);
  }
});

/** Lets nothing of the pages after the first through, until it is called. */
async function cutNextPages(page: Page): Promise<() => Promise<void>> {
  const next = /[?&]cursor=/;
  await page.route(next, (route) => route.abort());
  return () => page.unroute(next);
}

test("une suite de la bibliothèque qui ne vient pas se dit, et se redemande", async ({ page }) => {
  await page.goto(`${app.url}/books`);
  const books = page.getByRole("main").getByRole("listitem");
  await expect(page.getByRole("button", { name: "Charger la suite" })).toBeVisible();
  const before = await books.count();
  const mend = await cutNextPages(page);
  await page.getByRole("button", { name: "Charger la suite" }).click();
  await expect(page.getByRole("button", { name: "Réessayer" })).toBeVisible();
  await expect(books).toHaveCount(before);
  await mend();
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(books).toHaveCount(30);
  await expect(page.getByRole("button", { name: "Réessayer" })).toHaveCount(0);
});

test("une page des reçus qui ne vient pas se dit, ce qui était là reste", async ({ page }) => {
  await page.goto(`${app.url}/admin/webhook/inbox`);
  const rows = page.getByRole("list", { name: "Événements reçus" }).getByRole("listitem");
  await expect(rows.first()).toContainText("Livre 30");
  const mend = await cutNextPages(page);
  await page.getByRole("button", { name: "Plus anciens" }).click();
  await expect(page.getByRole("button", { name: "Réessayer" })).toBeVisible();
  await expect(rows.first()).toContainText("Livre 30");
  await mend();
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(rows.first()).not.toContainText("Livre 30");
  await expect(page.getByRole("button", { name: "Réessayer" })).toHaveCount(0);
});

test("une période qui avance avec l’heure n’estompe pas le journal à chaque minute", async ({ page }) => {
  await page.clock.install();
  await page.goto(`${app.url}/admin/webhook/deliveries?period=1h`);
  const table = page.getByRole("table");
  await expect(table.getByRole("row")).toHaveCount(4);
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  await page.route(/\/api\/webhook\/deliveries\?.*since=/, async (route) => {
    asked.resolve();
    await held.promise;
    await route.continue();
  });
  await page.clock.runFor(61_000);
  await asked.promise;
  await expect(page.locator("[aria-busy]").filter({ has: table })).toHaveAttribute("aria-busy", "false");
  held.resolve();
  await page.unrouteAll({ behavior: "wait" });
});

/** The deliveries cannot be read, until it is called. */
async function breakDeliveries(page: Page): Promise<() => Promise<void>> {
  const deliveries = /\/api\/webhook\/deliveries/;
  const broken = { status: 500, json: { error: "internal", message: "Une erreur interne est survenue." } };
  await page.route(deliveries, (route) => route.fulfill(broken));
  return () => page.unroute(deliveries);
}

test("des livraisons qui ne se lisent pas se disent, à l’atelier et sur la page d’un livre", async ({ page }) => {
  const order = { topic: "Le phare", goal: "Le comprendre", chapters: 1, words_per_chapter: 200 };
  const headers = { "Content-Type": "application/json" };
  const created = await fetch(`${app.url}/api/books/create`, { method: "POST", headers, body: JSON.stringify(order) });
  const { job_id } = await created.json();
  const status = async () => (await (await fetch(`${app.url}/api/books/status/${job_id}`)).json()).webhook.status;
  await expect.poll(status).toBe("delivered");
  for (const [address, region] of [
    [app.url, "Dernières livraisons"],
    [`${app.url}/jobs/${job_id}`, "Livraison"],
  ] as const) {
    const mend = await breakDeliveries(page);
    await page.goto(address);
    const section = page.getByRole("region", { name: region, exact: true });
    await expect(section).toContainText("Une erreur interne est survenue.");
    await mend();
    await section.getByRole("button", { name: "Réessayer" }).click();
    await expect(section.getByRole("listitem").first()).toBeVisible();
    await expect(section.getByRole("button", { name: "Réessayer" })).toHaveCount(0);
  }
});
