import { expect } from "@playwright/test";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { holdScripts } from "#testing/app/hold-scripts.ts";
import { test } from "#testing/app/shared.ts";

let app: App;
let complaints: string[];

test.beforeEach(async ({ demo, page }) => {
  app = await demo.empty();
  // The browser itself logs the answer that refuses a field.
  complaints = complaintsOf(page, { but: (text) => text.includes("status of 422") });
});

const goal = "Comprendre comment on les a bâtis, et qui les gardait.";

test("un double clic ne commande qu’un livre", async ({ page }) => {
  await page.goto(app.url);
  await page.getByLabel("Sujet").fill("Le vent d’ouest");
  await page.getByLabel("Ce que le lecteur en retirera").fill(goal);
  await page.getByRole("button", { name: "Commencer le livre" }).dblclick();
  await page.waitForURL(/\/jobs\//);
  const list = await (await page.request.get(`${app.url}/api/jobs?limit=100`)).json();
  const ours = list.items.filter((job: { title: string }) => job.title.includes("vent d’ouest"));
  expect(ours).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test("une saisie fautive est expliquée au champ, qui reçoit le focus", async ({ page }) => {
  await page.goto(app.url);
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  const topic = page.getByLabel("Sujet");
  await expect(topic).toBeFocused();
  await expect(topic).toHaveAccessibleDescription(/Donnez un sujet/);
  await page.keyboard.type("Le sel");
  await expect(topic).toHaveValue("Le sel");
  await expect(topic).not.toHaveAttribute("aria-invalid");
  await page.getByLabel("Ce que le lecteur en retirera").fill(goal);
  await page.getByRole("button", { name: "Préciser" }).click();
  const chapters = page.getByLabel("Chapitres");
  await chapters.fill("99");
  await page.getByRole("button", { name: "Préciser" }).click();
  await expect(chapters).toBeHidden();
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await expect(chapters).toBeFocused();
  await expect(chapters).toHaveAccessibleDescription("Ce champ attend un nombre entier de 1 à 30.");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("12");
  await expect(chapters).toHaveValue("12");
  await expect(chapters).not.toHaveAttribute("aria-invalid");
  await expect(chapters).toBeFocused();
  expect(complaints).toEqual([]);
});

test("ce qui est saisi avant que la page ne réponde est gardé, et envoyé", async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto(app.url, { waitUntil: "commit" });
  await page.getByLabel("Sujet").fill("Le sel");
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  expect(page.url()).toBe(`${app.url}/`);
  release();
  // The cover is drawn from what the form knows.
  await expect(page.locator("form").getByText("Le sel")).toBeVisible();
  await page.getByLabel("Ce que le lecteur en retirera").fill(goal);
  await expect(page.getByLabel("Sujet")).toHaveValue("Le sel");
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await page.waitForURL(/\/jobs\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Le sel");
  expect(complaints).toEqual([]);
});

test("le genre se choisit, se décrit, et la page du livre le dit ; la démonstration dit qu’elle n’en tient pas compte", async ({
  page,
}) => {
  await page.goto(app.url);
  await page.getByLabel("Sujet").fill("Les marées");
  await page.getByLabel("Ce que le lecteur en retirera").fill(goal);
  await page.getByRole("button", { name: "Préciser" }).click();
  const genre = page.getByLabel("Genre");
  await expect(genre).toHaveAccessibleDescription(/Des chapitres qui expliquent/);
  const note = page.getByText("le genre n’y change rien");
  await expect(note).toBeHidden();
  await genre.selectOption("Recueil de poèmes");
  await expect(genre).toHaveAccessibleDescription(/Des poèmes en vers/);
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await page.waitForURL(/\/jobs\//);
  await expect(page.getByText("Recueil de poèmes, sans effet sur les pages d’une démonstration")).toBeVisible();
  expect(complaints).toEqual([]);
});
