import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { arrived, createBook, observeUntil } from "#testing/app/jobs.ts";
import { test } from "#testing/app/shared.ts";
import { chapterAnswer } from "#testing/model/answers.ts";
import { prose } from "#testing/model/prose.ts";
import type { Script } from "#testing/model/script.ts";

const said = prose({ seed: "redite", words: 60, language: "fr", sections: false });

/** Two chapters say the same, which the review rewrites; the third stays short, and the model talks to whoever asked. */
const script: Script = ({ role, prompt, position }) => {
  if (role !== "chapter") return {};
  if (position === 3 || position === undefined)
    return { text: chapterAnswer(`${prompt}\nLongueur attendue : environ 40 mots`) };
  const paragraphs = chapterAnswer(prompt).split("\n\n");
  const at = paragraphs.findIndex((one, index) => index > 1 && !one.startsWith("#"));
  const text = paragraphs.map((one, index) => (index === at ? said : one)).join("\n\n");
  return { text: `Voici le chapitre ${position} :\n\n${text}\n\nSouhaitez-vous que je continue ?` };
};

let app: App;
let job: string;
let complaints: string[];
test.beforeEach(async ({ writing, page }) => {
  app = await writing.empty();
  writing.model.setScript(script);
  const book = await createBook(app.url, "Le pain", 3);
  expect(await observeUntil(app.url, book, { reached: arrived })).toBe(true);
  job = book.id;
  complaints = complaintsOf(page);
});
test.afterEach(() => expect(complaints).toEqual([]));

/** Opens what was changed in a chapter. */
async function openEdits(page: Page, chapter: number) {
  await page.goto(`${app.url}/jobs/${job}`);
  await page.getByRole("button", { name: "Ce qui a été retiré ou remplacé" }).click();
  return page.getByRole("region", { name: new RegExp(`^${chapter} `) }).getByRole("listitem");
}

test("un livre livré avec des réserves les dit dans les listes, sur sa page et à sa fin, et mène au chapitre", async ({
  page,
}) => {
  for (const path of ["", "/jobs"]) {
    await page.goto(app.url + path);
    const row = page.getByRole("listitem").filter({ hasText: "reçu par webhook" });
    await expect(row).toContainText("1 réserve");
  }
  await page.goto(`${app.url}/jobs/${job}`);
  const warnings = page.getByRole("region", { name: "Réserves" });
  await expect(warnings).toContainText(/mots au lieu de 200/);
  await expect(warnings).toContainText("s’écarte nettement de la longueur demandée");
  await expect(page.getByRole("region", { name: "Fiche de qualité" })).toContainText("1 réserve");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectTidy(page);
  await expectAccessible(page);
  await warnings.getByRole("link", { name: "Chapitre 3" }).click();
  await expect(page).toHaveURL(/\/books\/[^?]+\?chapitre=3$/);
  const colophon = page.getByRole("region", { name: "Livré avec 1 réserve" });
  await expect(colophon).toContainText(/mots au lieu de 200/);
  await expectTidy(page);
  await expectAccessible(page);
  await colophon.getByRole("link", { name: "la page de sa rédaction" }).click();
  await expect(page).toHaveURL(`${app.url}/jobs/${job}`);
});

test("une retouche remise fait une version de plus du livre, et se retire de nouveau au clavier", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const rewritten = (await openEdits(page, 2)).filter({ hasText: "Récrit à la relecture" });
  await expect(rewritten.getByRole("deletion")).toContainText(said.slice(0, 40));
  await expectTidy(page);
  await expectAccessible(page);
  await rewritten.getByRole("button", { name: /^Remettre/ }).click();
  const dialog = page.getByRole("alertdialog", { name: "Remettre ce texte ?" });
  await expect(dialog).toContainText("renvoyée aux destinations");
  await dialog.getByRole("button", { name: "Remettre" }).click();
  await expect(rewritten).toContainText("Remis dans le livre");
  await expect(page.getByText("la nouvelle version part vers 1 destination")).toBeVisible();
  await expect(page.getByRole("region", { name: "Réserves" })).toContainText("Redites");

  const book = page.getByRole("link", { name: "Lire le livre" });
  await expect(page.getByText(/réception de la nouvelle version/)).toBeVisible();
  await book.click();
  await page.getByRole("link", { name: /Chapitre suivant/ }).click();
  await expect(page.getByRole("article")).toContainText(said.slice(0, 40));
  await expect(page.getByRole("button", { name: "Version 2 sur 2" })).toBeVisible();

  const restored = (await openEdits(page, 2)).filter({ hasText: "Récrit à la relecture" });
  await restored.getByRole("button", { name: /^Remplacer de nouveau/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Remplacer de nouveau" }).focus();
  await page.keyboard.press("Enter");
  await expect(restored.getByRole("button", { name: /^Remettre/ })).toBeVisible();
  await expect(page.getByText(/réception de la nouvelle version/)).toBeVisible();
  await page.getByRole("link", { name: "Lire le livre" }).click();
  await page.getByRole("link", { name: /Chapitre suivant/ }).click();
  await expect(page.getByRole("button", { name: "Version 3 sur 3" })).toBeVisible();
  await expect(page.getByRole("article")).not.toContainText(said.slice(0, 40));
});
