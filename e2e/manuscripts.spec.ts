import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { holdScripts } from "#testing/app/hold-scripts.ts";
import { test } from "#testing/app/shared.ts";
import { makeDocx, noteCall, picture, run } from "#testing/manuscripts/docx.ts";
import { makeEpub } from "#testing/manuscripts/epub.ts";
import { tinyPng } from "#testing/manuscripts/pictures.ts";

let app: App;
let complaints: string[];
test.beforeEach(async ({ demo, page }) => {
  app = await demo.empty();
  // The browser itself logs the answer that refuses a file.
  complaints = complaintsOf(page, { but: (text) => /status of (?:415|422)/.test(text) });
});
test.afterEach(() => expect(complaints).toEqual([]));

const salt = makeDocx(
  [
    { style: "Titre", runs: "Le sel de la mer" },
    { runs: picture("La mer, le soir") },
    { style: "Titre1", runs: "Les marais" },
    { runs: run("On y entre par l’eau") + noteCall(2) + run(".") },
    { style: "Titre1", runs: "Les gestes" },
    { runs: "Le paludier tire à lui la fleur\u202f; elle vient." },
  ],
  { footnotes: { 2: "Par les étiers, à marée haute." }, picture: tinyPng },
);
const fileOf = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});
const field = (page: Page) => page.getByLabel("Manuscrit, à choisir ou à déposer ici");
const importButton = (page: Page) => page.getByRole("button", { name: "Importer le manuscrit" });
const send = (page: Page) => importButton(page).click();
const countJobs = async (): Promise<number> => (await (await fetch(`${app.url}/api/jobs`)).json()).items.length;

for (const width of [390, 1280])
  test(`de l’atelier à la lecture, un DOCX devient un livre, à ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(app.url);
    await page.getByRole("link", { name: "Importer un manuscrit" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Importer un manuscrit" })).toBeVisible();
    await expectAccessible(page);
    await expectTidy(page);
    await field(page).setInputFiles(fileOf("le-sel.docx", salt));
    await send(page);
    await page.waitForURL(/\/jobs\//);
    await expect(page.getByRole("heading", { level: 1, name: "Le sel de la mer" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("le-sel.docx");
    const facts = page.getByRole("region", { name: "Manuscrit" });
    await expect(facts).toContainText("DOCX");
    await expect(facts).toContainText("1 gardée avec le livre");
    await expect(page.getByRole("region", { name: "Étapes" })).toHaveCount(0);
    await expectAccessible(page);
    await expectTidy(page);
    await page.getByRole("link", { name: "Lire le livre" }).click();
    await page.waitForURL(/\/books\//);
    await expect(page.getByRole("heading", { level: 1, name: "Les marais" })).toBeVisible();
    await expect(page.getByText("La mer, le soir")).toBeVisible();
    await expect(page.getByText("Par les étiers, à marée haute.")).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText("tire à lui la fleur\u202f; elle vient.")).toBeVisible();
  });

test("au clavier, avec un titre et une langue choisis, depuis la bibliothèque", async ({ page }) => {
  await page.goto(`${app.url}/books`);
  await page.getByRole("link", { name: "Importer un manuscrit" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/manuscripts/);
  const pages = [
    { path: "1.xhtml", body: "<h1>Eins</h1><p>Das Salz kommt aus dem Meer.</p>" },
    { path: "2.xhtml", body: "<h1>Zwei</h1><p>Es bleibt dort nicht.</p>" },
  ];
  await field(page).setInputFiles(fileOf("salz.epub", makeEpub(pages)));
  await field(page).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Das Salz");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Deutsch");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/jobs\//);
  await expect(page.getByRole("heading", { level: 1, name: "Das Salz" })).toHaveAttribute("lang", "de");
  await expect(page.getByRole("region", { name: "Manuscrit" })).toContainText("allemand");
});

test("un fichier qui ne se lit pas est expliqué au champ, et un autre se choisit aussitôt", async ({ page }) => {
  await page.goto(`${app.url}/manuscripts`);
  await send(page);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAccessibleDescription("Choisissez un fichier.");
  await field(page).setInputFiles(fileOf("livre.pdf", "%PDF-1.7"));
  await send(page);
  await expect(field(page)).toHaveAccessibleDescription(
    /Le fichier est un PDF.: Sorami lit un DOCX, un Markdown ou un EPUB/,
  );
  await expect(field(page)).toBeFocused();
  await expectAccessible(page);
  await field(page).setInputFiles(fileOf("long.md", Buffer.alloc(21 * 1024 * 1024, "mot ")));
  await send(page);
  await expect(field(page)).toHaveAccessibleDescription("Le fichier dépasse 20 Mio.");
  await field(page).setInputFiles(fileOf("court.md", "# Court\n\nUn mot."));
  await expect(field(page)).not.toHaveAttribute("aria-invalid");
  await importButton(page).dblclick();
  await page.waitForURL(/\/jobs\//);
  expect(await countJobs()).toBe(1);
});

test("un fichier choisi avant que la page ne réponde est envoyé", async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto(`${app.url}/manuscripts`, { waitUntil: "commit" });
  await field(page).setInputFiles(fileOf("court.md", "# Court\n\nUn mot."));
  const importedBefore = await countJobs();
  release();
  // A press before the page works sends nothing, and a slow machine opens the book's page long after a press.
  await expect(async () => {
    if (!page.url().includes("/jobs/")) await importButton(page).click({ timeout: 1000 });
    await page.waitForURL(/\/jobs\//, { timeout: 2000 });
  }).toPass();
  expect(await countJobs()).toBe(importedBefore + 1);
});

test("12 Mio passent entiers, et au-delà de 20 la réponse le dit", async () => {
  const form = (bytes: number) => {
    const data = new FormData();
    const text = `# Un\n\n${"mot ".repeat(200_000)}\n\n`;
    data.set("file", new File([text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes)], "long.md"));
    return data;
  };
  const answer = await fetch(`${app.url}/api/manuscripts`, { method: "POST", body: form(12 * 1024 * 1024) });
  // All of it was read: it is the text that is too long for a book.
  expect(await answer.json()).toMatchObject({ error: "invalid", message: expect.stringContaining("10 Mio") });
  const large = await fetch(`${app.url}/api/manuscripts`, { method: "POST", body: form(25 * 1024 * 1024) }).catch(
    () => undefined,
  );
  if (large) expect(large.status).toBe(413);
  expect((await fetch(`${app.url}/health`)).status).toBe(200);
});
