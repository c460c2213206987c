import { expect } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { test } from "#testing/app/shared.ts";
import { formOf } from "#testing/manuscripts/upload.ts";
import type { ModelServer } from "#testing/model/server.ts";
import { translationAnswer } from "#testing/model/translation.ts";

let app: App;
let model: ModelServer;
let complaints: string[];
test.beforeEach(async ({ writing, page }) => {
  model = writing.model;
  app = await writing.empty();
  complaints = complaintsOf(page);
});
test.afterEach(() => expect(complaints).toEqual([]));

const manuscript = `# La veille

Le gardien montait chaque soir les marches du phare avec sa lampe. Il regardait longtemps la mer avant d’allumer le feu.

- La première lampe est à l’étage du bas, près de la porte.
- La deuxième lampe est à l’étage du haut, sous le toit.

# Le matin

Ensuite il écrivait dans son carnet ce qu’il avait vu passer au large, et il dormait jusqu’au soir sans rien dire.
`;

async function imported(): Promise<string> {
  const body = formOf(manuscript, "phare.md", { title: "Le phare" });
  const answer = await fetch(`${app.url}/api/manuscripts`, { method: "POST", body });
  return (await answer.json()).job_id;
}

for (const width of [390, 1280])
  test(`un manuscrit se traduit depuis sa page, jusqu’à la lecture, à ${width} pixels`, async ({ page }) => {
    // One item of the list is always lost.
    model.setScript((exchange) =>
      exchange.role === "translation" ? { text: translationAnswer(exchange).replace(/^- .*\n/m, "") } : {},
    );
    await page.setViewportSize({ width, height: 900 });
    const origin = await imported();
    await page.goto(`${app.url}/jobs/${origin}`);
    const next = page.getByRole("region", { name: "Et ensuite" });
    await next.getByRole("button", { name: "Traduire" }).click();
    await next.getByLabel("Langue de la traduction").selectOption({ label: "allemand" });
    await expect(next.getByText(/mots · environ \d+ min · environ .*\$/)).toBeVisible();
    await expectAccessible(page);
    await expectTidy(page);
    await next.getByRole("button", { name: "Traduire le livre" }).click();
    await page.waitForURL((url) => url.pathname.startsWith("/jobs/") && !url.pathname.endsWith(origin));
    await expect(page.getByText("Traduit du français, de Le phare")).toBeVisible();
    const read = page.getByRole("link", { name: "Lire le livre" });
    await expect(read).toBeVisible();
    await expect(page.getByText("La mise en forme d’un passage a changé à la traduction")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "de");
    await expectAccessible(page);
    await expectTidy(page);
    await read.click();
    await page.waitForURL(/\/books\//);
    await expect(page.locator("article li")).toHaveCount(1);
    await expect(page.getByText("gardien")).toHaveCount(0);
  });

for (const width of [390, 1280])
  test(`une nouvelle édition et une suite remplissent le formulaire, à ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const origin = await imported();
    await page.goto(`${app.url}/jobs/${origin}`);
    await page.getByRole("link", { name: "une nouvelle édition" }).click();
    await expect(page.getByText("Une nouvelle édition de Le phare.")).toBeVisible();
    await expect(page.getByLabel("Sujet")).toHaveValue("Le phare");
    await expect(page.getByLabel("Titre du chapitre").nth(1)).toHaveValue("Le matin");
    await expect(page.getByText(/\d min d’écriture/)).toHaveAttribute("aria-busy", "false");
    await expectAccessible(page);
    await expectTidy(page);
    await page.goBack();
    await page.getByRole("link", { name: "une suite" }).click();
    await expect(page.getByText("Une suite de Le phare.")).toBeVisible();
    await page.getByLabel("Ce que le lecteur en retirera").fill("Savoir ce que devient le gardien");
    await page.getByRole("textbox", { name: "Chapitres" }).fill("2");
    await page.getByLabel("Mots par chapitre").fill("200");
    await page.getByRole("button", { name: "Commencer le livre" }).click();
    await page.waitForURL(/\/jobs\//);
    await expect(page.getByText("Suite de Le phare", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "Lire le livre" })).toBeVisible({ timeout: 60_000 });
    expect(model.journal.find(({ role }) => role === "outline")?.prompt).toContain("« Le phare »");
  });
