import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { test } from "#testing/app/shared.ts";
import { readHonestBooks } from "#testing/corpus/books.ts";
import type { ModelServer } from "#testing/model/server.ts";

let app: App;
let model: ModelServer;
let complaints: string[];
let letters: string;
test.beforeAll(async () => {
  letters = (await readHonestBooks()).find(({ name }) => name === "lettres")?.chapters[0]?.text ?? "";
});
test.beforeEach(async ({ writing, page }) => {
  model = writing.model;
  app = await writing.empty();
  // The browser itself logs the answer that refuses a field, or has gone.
  complaints = complaintsOf(page, { but: (text) => /status of (?:404|422)/.test(text) });
});
test.afterEach(() => expect(complaints).toEqual([]));

const sample = (page: Page) => page.getByLabel("Extrait d’un de vos textes");
const create = (page: Page) => page.getByRole("button", { name: "Créer la voix" }).click();

for (const width of [390, 1280])
  test(`d’un extrait à un livre qui tient la voix, à ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(app.url);
    await page.getByRole("link", { name: "Les voix" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Voix" })).toBeVisible();
    await expectAccessible(page);
    await expectTidy(page);
    await page.getByLabel("Nom").fill("Mes lettres");
    await sample(page).fill(letters);
    await create(page);
    await page.waitForURL(/\/voices\/./);
    const counted = page.getByRole("region", { name: "Compté dans l’extrait" });
    await expect(counted).toContainText("9 mots, à 9 près, sur 48 phrases");
    await expect(counted).toContainText("à la première personne (je)");
    await expect(page.getByLabel("Registre")).toHaveValue("familier");
    await page.getByLabel("Mots à ne jamais employer").fill("jamais vu, le");
    await expectAccessible(page);
    await expectTidy(page);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Voix enregistrée")).toBeVisible();
    await page.getByRole("link", { name: "Toutes les voix" }).click();
    await expect(page.getByRole("region", { name: "Vos voix" })).toContainText("au passé, phrases de 9 mots");
    await expectTidy(page);

    await page.goto(app.url);
    await page.getByLabel("Sujet").fill("Le pain");
    await page.getByLabel("Ce que le lecteur en retirera").fill("En faire");
    await page.getByRole("button", { name: "Préciser" }).click();
    await page.getByLabel("Voix", { exact: true }).selectOption("Mes lettres");
    await page.getByLabel("Chapitres").fill("1");
    await page.getByLabel("Mots par chapitre").fill("300");
    // An estimate on its way is dimmed.
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await expectAccessible(page);
    await expectTidy(page);
    await page.getByRole("button", { name: "Commencer le livre" }).click();
    await page.waitForURL(/\/jobs\//);
    await expect(page.getByRole("region", { name: "Commande" })).toContainText("Mes lettres");
    const quality = page.getByRole("region", { name: "Fiche de qualité" });
    await expect(quality).toContainText("Mots à éviter qui s’y trouvent\u202f: «\u202fle\u202f»");
    await expectAccessible(page);
    await expectTidy(page);
    const { prompt = "" } = model.journal.find(({ role }) => role === "chapter") ?? {};
    expect(prompt).toContain("Mots à ne jamais employer : jamais vu, le");
  });

test("ce qui manque est dit au champ, et une voix se supprime", async ({ page }) => {
  await page.goto(`${app.url}/voices`);
  await create(page);
  await expect(page.getByLabel("Nom")).toBeFocused();
  await expect(sample(page)).toHaveAccessibleDescription(/Collez un extrait/);
  await page.getByLabel("Nom").fill("Trop brève");
  await sample(page).fill("Le pain lève.");
  await expect(sample(page)).toHaveAccessibleDescription(/Ici.:.3.mots/u);
  await create(page);
  await expect(sample(page)).toHaveAccessibleDescription(/attend un extrait de 200 à 2.000 mots/);
  await expect(sample(page)).toBeFocused();
  await sample(page).fill("");
  await page.getByLabel("Ou ce que vous en diriez").fill("Des phrases sèches.");
  model.setScript(() => ({ status: 500 }));
  await create(page);
  await page.waitForURL(/\/voices\/./);
  await expect(page.getByText("Aucun modèle n’a jugé cette voix.")).toBeVisible();
  await expect(page.getByLabel("Manière")).toHaveValue("Des phrases sèches.");
  await expect(page.getByRole("region", { name: "Compté dans l’extrait" })).toHaveCount(0);
  await page.getByLabel("Mots par phrase").fill("beaucoup");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByLabel("Mots par phrase")).toHaveAccessibleDescription(/attend un nombre entier/);
  await page.getByRole("button", { name: "Supprimer" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Supprimer" }).click();
  await page.waitForURL(/\/voices$/);
  await expect(page.getByText("Voix supprimée")).toBeVisible();
  await expect(page.getByRole("link", { name: "Trop brève" })).toHaveCount(0);
});

test("la démonstration n’offre pas de voix à la commande, mais compte un extrait et le dit", async ({ demo, page }) => {
  const { url } = await demo.empty();
  await page.goto(`${url}/voices`);
  await page.getByLabel("Nom").fill("Mes lettres");
  await sample(page).fill(letters);
  await create(page);
  await expect(page.getByText("Le modèle de démonstration ne juge pas un texte")).toBeVisible();
  await expect(page.getByLabel("Mots par phrase")).toHaveValue("9");
  await page.goto(url);
  await page.getByRole("button", { name: "Préciser" }).click();
  await expect(page.getByLabel("Ton")).toBeVisible();
  await expect(page.getByLabel("Voix", { exact: true })).toHaveCount(0);
});
