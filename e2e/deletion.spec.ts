import { expect } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { test } from "#testing/app/shared.ts";

let app: App;
let complaints: string[];
test.beforeEach(async ({ demo, page }) => {
  app = await demo.empty();
  // A page asks once more for what has just been deleted, and the browser logs the answer.
  complaints = complaintsOf(page, { but: (text) => /status of 404/.test(text) });
});
test.afterEach(() => expect(complaints).toEqual([]));

/** @returns the id of a finished job whose book is on the shelf */
async function importBook(title: string): Promise<string> {
  const form = new FormData();
  form.set("file", new Blob([`# ${title}\n\n## Un\n\nDu texte.\n\n## Deux\n\nEncore.`]), "livre.md");
  const { job_id } = await (await fetch(`${app.url}/api/manuscripts`, { method: "POST", body: form })).json();
  await expect.poll(() => bookOf(job_id)).toBeTruthy();
  return job_id;
}
async function bookOf(job: string): Promise<string | undefined> {
  const { items } = await (await fetch(`${app.url}/api/books/cards?job_id=${job}`)).json();
  return items[0]?.id;
}

test("un livre se supprime d’un geste, se reprend par l’annonce, ou par la corbeille", async ({ page }) => {
  const id = await bookOf(await importBook("La marée"));
  await page.goto(`${app.url}/books/${id}`);
  await page.getByRole("button", { name: "Supprimer le livre" }).click();
  await page.waitForURL(/\/books$/);
  await expect(page.getByText("L’étagère attend son premier livre")).toBeVisible();
  const said = page.getByText("Livre supprimé.");
  await expect(said).toBeVisible();
  await page.getByRole("button", { name: "Annuler" }).click();
  await page.waitForURL(/\/books\/./);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Un");

  await page.getByRole("button", { name: "Supprimer le livre" }).click();
  await page.waitForURL(/\/books$/);
  await page.getByRole("link", { name: "Corbeille" }).click();
  await expect(page.getByRole("region", { name: "Livres" }).getByText("La marée")).toBeVisible();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expectTidy(page, `${width}`);
    await expectAccessible(page, `${width}`);
  }
  await page.getByRole("button", { name: "Restaurer La marée" }).press("Enter");
  await page.waitForURL(/\/books\/./);
  await page.goto(`${app.url}/deleted`);
  await expect(page.getByRole("status").getByText("La corbeille est vide")).toBeVisible();
});

test("une rédaction terminée se supprime sans question, et sa page le dit ensuite", async ({ page }) => {
  const job = await importBook("Le vent");
  await page.goto(`${app.url}/jobs/${job}`);
  await page.getByRole("button", { name: "Supprimer la rédaction" }).click();
  await page.waitForURL(/\/jobs$/);
  await expect(page.getByText("Aucun livre n’a encore été commandé")).toBeVisible();
  await page.goto(`${app.url}/jobs/${job}`);
  await expect(page.getByText("Cette rédaction n’existe pas")).toBeVisible();
  // The book that it brought is another thing.
  expect(await bookOf(job)).toBeTruthy();
});

test("une rédaction qui s’écrit demande avant de s’arrêter", async ({ page }) => {
  const order = { topic: "Les îles", goal: "En faire le tour.", chapters: 2, review_outline: true };
  const headers = { "Content-Type": "application/json" };
  const created = await fetch(`${app.url}/api/books/create`, { method: "POST", headers, body: JSON.stringify(order) });
  const { job_id } = await created.json();
  await page.goto(`${app.url}/jobs/${job_id}`);
  await page.getByRole("button", { name: "Supprimer la rédaction" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Supprimer cette rédaction ?" });
  await dialog.getByRole("button", { name: "Continuer la rédaction" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Supprimer la rédaction" }).click();
  await dialog.getByRole("button", { name: "Supprimer", exact: true }).click();
  await page.waitForURL(/\/jobs$/);
  const { status } = await fetch(`${app.url}/api/jobs/${job_id}`);
  expect(status).toBe(404);
  await page.getByRole("button", { name: "Annuler" }).click();
  await page.waitForURL(/\/jobs\/./);
  await expect(page.getByRole("button", { name: "Reprendre" })).toBeVisible();
});
