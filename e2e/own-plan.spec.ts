import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { test } from "#testing/app/shared.ts";

let app: App;
let complaints: string[];
test.beforeEach(async ({ demo, page }) => {
  app = await demo.empty();
  // The browser itself logs the answer that refuses a plan.
  complaints = complaintsOf(page, { but: (text) => text.includes("status of 422") });
});

const pasted = `# Du sel et des hommes

1. Le sel de mer ........ 12
   - les marais
   - la récolte
2. 1984, l’année sans sel ........ 31
3. Le sel de mer ........ 47

Merci de votre lecture.`;

const planOf = (page: Page) => page.getByRole("region", { name: "Votre plan" });
const titlesOf = (page: Page) => planOf(page).getByLabel("Titre du chapitre");

async function openPlan(page: Page) {
  await page.goto(app.url);
  await page.getByLabel("Sujet").fill("Le sel");
  await page.getByLabel("Ce que le lecteur en retirera").fill("Savoir d’où il vient et qui le récolte.");
  await page.getByRole("button", { name: "Préciser" }).click();
  await page.getByRole("button", { name: "Donner un plan" }).click();
  await expect(planOf(page).getByLabel("Collez votre plan")).toBeFocused();
}

async function chaptersOf(job: string): Promise<string[]> {
  const { chapters } = await (await fetch(`${app.url}/api/books/result/${job}`)).json();
  return chapters?.map(({ title }: { title: string }) => title) ?? [];
}

test("un plan collé se lit, se corrige, se commande, et le livre a ses chapitres, dans l’ordre", async ({ page }) => {
  await openPlan(page);
  const plan = planOf(page);
  await plan.getByLabel("Collez votre plan").fill(pasted);
  await expect(titlesOf(page)).toHaveCount(3);
  await expect(plan.getByRole("status")).toHaveText(
    "3 chapitres lus, et le titre du livre\u202f: «\u202fDu sel et des hommes\u202f».",
  );
  await expect(page.getByLabel("Titre", { exact: true })).toHaveValue("Du sel et des hommes");
  await expect(titlesOf(page).nth(1)).toHaveValue("1984, l’année sans sel");
  await expect(plan.getByLabel("Points clés, un par ligne").first()).toHaveValue("les marais\nla récolte");
  await expect(page.getByText(/^3\schapitres · environ/)).toBeVisible();

  const repeated = titlesOf(page).nth(2);
  await expect(repeated).toHaveAccessibleDescription(
    "Ce champ est déjà celui d’un autre chapitre, aux accents et à la ponctuation près.",
  );
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectTidy(page, `${width}`);
    await expectAccessible(page, `${width}`);
  }

  // What is refused at sending is where the focus goes.
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await expect(repeated).toBeFocused();
  await repeated.fill("Le sel de mine");
  await expect(repeated).not.toHaveAttribute("aria-invalid");
  await repeated.press("Alt+ArrowUp");
  await expect(titlesOf(page).nth(1)).toHaveValue("Le sel de mine");
  await expect(titlesOf(page).nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  const added = titlesOf(page).nth(2);
  await expect(added).toBeFocused();
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await expect(added).toHaveAccessibleDescription("Ce champ ne peut pas être vide.");
  await expect(added).toBeFocused();
  await page.keyboard.type("La gabelle");
  await plan.getByRole("button", { name: "Descendre le chapitre 1" }).click();
  await expect(plan.getByRole("button", { name: "Descendre le chapitre 2" })).toBeFocused();
  await plan.getByRole("button", { name: "Retirer le chapitre 4" }).click();
  await page.getByRole("button", { name: "Rétablir" }).click();
  await expect(titlesOf(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await page.waitForURL(/\/jobs\//);
  const job = page.url().split("/").at(-1) ?? "";
  await expect(page.getByText("4, du plan donné à la commande")).toBeVisible();
  await expect
    .poll(() => chaptersOf(job), { timeout: 120_000 })
    .toEqual(["Le sel de mine", "Le sel de mer", "La gabelle", "1984, l’année sans sel"]);
  expect(complaints).toEqual([]);
});

test("ce qui n’est le titre d’aucun chapitre est montré, et un texte recollé ne remplace pas ce qui fut corrigé", async ({
  page,
}) => {
  await openPlan(page);
  const plan = planOf(page);
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  const paste = plan.getByLabel("Collez votre plan");
  await expect(paste).toBeFocused();
  await expect(paste).toHaveAccessibleDescription("Ce champ attend de 1 à 30 chapitres.");
  await paste.fill(`Mon sommaire :\n\n${Array.from({ length: 31 }, (_, index) => `- Sel ${index}`).join("\n")}`);
  await expect(plan.getByText("1 ligne n’a trouvé place dans aucun chapitre")).toBeVisible();
  await expect(plan.getByRole("region", { name: "Lignes sans chapitre" })).toHaveText("Mon sommaire :");
  await expect(paste).toHaveAccessibleDescription("Le plan attend de 1 à 30 chapitres.");
  await plan.getByRole("button", { name: "Retirer le chapitre 31" }).click();
  await expect(paste).not.toHaveAttribute("aria-invalid");

  await paste.fill("- Le feu\n- L’eau");
  await expect(titlesOf(page)).toHaveCount(30);
  await plan.getByRole("button", { name: "Remplacer la liste par ce texte" }).click();
  await expect(titlesOf(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Rétablir" }).last().click();
  await expect(titlesOf(page)).toHaveCount(30);

  await plan.getByRole("button", { name: "Donner un nombre de chapitres" }).click();
  await expect(page.getByRole("button", { name: "Donner un plan" })).toBeFocused();
  await page.getByLabel("Chapitres").fill("2");
  await expect(page.getByText(/^2\schapitres · environ/)).toBeVisible();
  expect(complaints).toEqual([]);
});

test("le plan d’un livre écrit sert à un autre", async ({ page }) => {
  const order = {
    topic: "Le sel",
    goal: "Le comprendre",
    chapters: [
      { title: "Les marais", description: "D’où il vient.", key_points: ["La récolte"] },
      { title: "Les mines" },
    ],
  };
  const headers = { "Content-Type": "application/json" };
  const made = await fetch(`${app.url}/api/books/create`, { method: "POST", headers, body: JSON.stringify(order) });
  const { job_id } = await made.json();
  await expect.poll(() => chaptersOf(job_id), { timeout: 120_000 }).toEqual(["Les marais", "Les mines"]);

  await openPlan(page);
  const plan = planOf(page);
  await plan.getByRole("button", { name: "Reprendre ce plan" }).click();
  const earlier = plan.getByLabel("Ou partez du plan d’un livre");
  await expect(earlier).toHaveAccessibleDescription("Choisissez d’abord un livre.");
  await earlier.selectOption(job_id);
  await plan.getByRole("button", { name: "Reprendre ce plan" }).click();
  await expect(titlesOf(page)).toHaveCount(2);
  await expect(titlesOf(page).first()).toHaveValue("Les marais");
  await expect(plan.getByLabel("Description").first()).toHaveValue("D’où il vient.");
  await expect(plan.getByLabel("Points clés, un par ligne").first()).toHaveValue("La récolte");
  expect(complaints).toEqual([]);
});
