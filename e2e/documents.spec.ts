import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { test } from "#testing/app/shared.ts";
import type { ModelServer } from "#testing/model/server.ts";
import { makePdf } from "#testing/references/pdf.ts";

let app: App;
let model: ModelServer;
let complaints: string[];
test.beforeEach(async ({ writing, page }) => {
  model = writing.model;
  app = await writing.empty();
  // The browser itself logs the answer that refuses a document.
  complaints = complaintsOf(page, { but: (text) => /status of (?:415|422)/.test(text) });
});
test.afterEach(() => expect(complaints).toEqual([]));

const notebook = makePdf([
  ["Carnet de mon grand-père.", "Rien ici que des dates."],
  ["Le levain sauvage vient de la farine de seigle,", "et la fermentation lente dure dix-huit heures."],
]);
const fileOf = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});

const section = (page: Page) => page.getByRole("region", { name: "Vos documents" });
const fileField = (page: Page) => page.getByLabel("Ajouter un fichier, à choisir ou à déposer ici");
const passage = "Le levain sauvage vient de la farine de seigle, et la fermentation lente dure dix-huit heures.";

for (const width of [390, 1280])
  test(`un PDF déposé à la commande est cité, et son passage s’ouvre d’un clic, à ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(app.url);
    await page.getByLabel("Sujet").fill("Le levain sauvage");
    await page.getByLabel("Ce que le lecteur en retirera").fill("Réussir la fermentation lente");
    await page.getByRole("button", { name: "Préciser" }).click();
    await fileField(page).setInputFiles(fileOf("image.png", Buffer.from([0x89, 0x50, 0, 1])));
    await expect(fileField(page)).toHaveAccessibleDescription(/Sorami lit un PDF, un DOCX/);
    await page.getByLabel("Ou une page, par son adresse").fill("http://169.254.169.254/");
    await page.getByLabel("Ou une page, par son adresse").press("Enter");
    await expect(section(page)).toContainText("n’a pas pu être lue");
    await fileField(page).setInputFiles(fileOf("carnet.pdf", notebook));
    await expect(section(page).getByRole("checkbox", { name: /carnet\.pdf/ })).toBeChecked();
    await expect(section(page)).toContainText(/PDF\s·\s\d+\smots/);
    // The estimate pales while that of the order as it stands is on its way.
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await expectAccessible(page);
    await expectTidy(page);
    await page.getByLabel("Chapitres", { exact: true }).fill("1");
    await page.getByLabel("Mots par chapitre").fill("300");
    await page.getByRole("button", { name: "Commencer le livre" }).click();
    await page.waitForURL(/\/jobs\//);
    await expect(page.getByRole("link", { name: "Lire le livre" })).toBeVisible();
    expect(model.journal.find(({ role }) => role === "chapter")?.prompt).toContain(passage);
    await page.getByRole("button", { name: /passages? de vos documents/ }).click();
    await page
      .getByRole("button", { name: /carnet\.pdf, p\.\s2/ })
      .first()
      .click();
    await expect(page.getByRole("blockquote").filter({ hasText: passage })).toBeVisible();
    await expectAccessible(page);
    await expectTidy(page);
    await page.getByRole("link", { name: "Lire le livre" }).click();
    await page.waitForURL(/\/books\//);
    const cited = page.getByRole("region", { name: "Passages cités" });
    await expect(cited).toContainText("[1]");
    await cited.getByRole("button", { name: /carnet\.pdf, p\.\s2/ }).click();
    await expect(cited.getByRole("blockquote")).toHaveText(passage);
    await expect(page.getByRole("main")).not.toContainText("ne cite aucune source");
    await expectAccessible(page);
    await expectTidy(page);
  });

test("un document se choisit au clavier, et se supprime", async ({ page }) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(notebook)], "carnet.pdf"));
  expect((await fetch(`${app.url}/api/documents`, { method: "POST", body: form })).status).toBe(201);
  await page.goto(app.url);
  await page.getByRole("button", { name: "Préciser" }).click();
  const box = section(page).getByRole("checkbox", { name: /carnet\.pdf/ });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
  await section(page).getByRole("button", { name: "Supprimer carnet.pdf" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Supprimer" }).click();
  await expect(box).toHaveCount(0);
  await page.getByLabel("Modèle", { exact: true }).selectOption("demo");
  await expect(section(page)).toHaveCount(0);
});
