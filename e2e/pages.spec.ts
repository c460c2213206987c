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

const goal = "Comprendre comment on les a bâtis, et qui les gardait.";

async function order(page: Page, topic: string, url = app.url) {
  await page.goto(url);
  await page.getByLabel("Sujet").fill(topic);
  await page.getByLabel("Ce que le lecteur en retirera").fill(goal);
  await page.getByRole("button", { name: "Préciser" }).click();
  await expect(page.getByRole("button", { name: /^Essayer/ })).toBeVisible();
  await page.getByLabel("Chapitres").fill("3");
  await page.getByLabel("Mots par chapitre").fill("300");
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await page.waitForURL(/\/jobs\//, { timeout: 60_000 });
}

async function orderedAndReceived(page: Page, topic: string) {
  await order(page, topic);
  await expect(page.getByRole("link", { name: "Lire le livre" })).toBeVisible({ timeout: 60_000 });
}

test("un livre se commande, s’écrit sous les yeux, arrive, se lit et se télécharge", async ({ page }) => {
  await order(page, "Les phares de Bretagne");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("phares");
  await expect(page.getByText(/modèle de démonstration/).first()).toBeVisible();
  await expect(page.getByRole("list").filter({ hasText: "Recherche" })).toContainText("Assemblage");
  await expect(page.getByText("Terminé, et reçu par webhook")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "100");
  const delivery = page.getByRole("region", { name: "Livraison" });
  await expect(delivery).toContainText("Le récepteur a confirmé la réception");
  await expect(delivery).toContainText("Essai 1 · 200");

  const quality = page.getByRole("region", { name: "Fiche de qualité" });
  await expect(quality).toContainText("Longueur");
  await quality.getByRole("button", { name: "Les mots, chapitre par chapitre" }).click();
  await expect(quality.getByRole("row")).toHaveCount(4);

  const first = page.getByRole("region", { name: "Chapitres" }).getByRole("button").first();
  await first.click();
  await expect(first).toHaveAttribute("aria-expanded", "true");

  await page.getByRole("link", { name: "Lire le livre" }).click();
  await page.waitForURL(/\/books\//);
  await expect(page.getByText("Chapitre 1 ·")).toBeVisible();
  await expect(page).toHaveTitle(/phares.* — Sorami/i);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);

  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/chapitre=2/);
  await expect(page.getByText("Chapitre 2 ·")).toContainText("Livre de démonstration");
  await page.getByRole("link", { name: /Chapitre suivant/ }).click();
  await expect(page.getByText("Chapitre 3 ·")).toBeVisible();
  await expect(page.getByText("Fin", { exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Chapitre 2 ·")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Chapitre 2 ·")).toBeVisible();
  await page.request.get(
    `${app.url}/jobs/${(await (await page.request.get(`${app.url}/api/jobs`)).json()).items[0].job_id}`,
  );
  expect(app.lines().filter((line) => line.includes("Error: Route"))).toEqual([]);

  await page.getByRole("button", { name: "Télécharger" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Markdown" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.md$/);

  await page.getByRole("link", { name: "Bibliothèque" }).click();
  await expect(page.getByRole("img", { name: /Couverture\s: .*phares/i })).toBeVisible();
  await expect(page.getByText("Livre de démonstration").first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("ce que l’API refuse est montré au champ qu’elle nomme", async ({ page }) => {
  await page.goto(`${app.url}/admin/webhook`);
  const address = page.getByRole("textbox", { name: "Adresse" });
  await expect(address).toHaveValue(`${app.url}/api/webhooks/book-completion`);
  await address.fill("http://exemple.fr/ici");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await expect(address).toBeFocused();
  await page.getByRole("button", { name: "Abandonner" }).click();
  await expect(address).toHaveValue(`${app.url}/api/webhooks/book-completion`);
});

test("le webhook se règle, se teste, et le secret ne revient jamais", async ({ page }) => {
  await page.goto(`${app.url}/admin/webhook`);
  await expect(page.getByText("variable WEBHOOK_URL")).toBeVisible();
  await page.getByRole("button", { name: "Envoyer un test" }).click();
  await expect(page.getByText("Webhook de test envoyé avec succès")).toBeVisible();

  await page.getByLabel("Secret partagé").fill("un-secret-de-page-2026");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText(/Un secret est défini \(défini ici\)/)).toBeVisible();
  await expect(page.getByLabel("Secret partagé")).toHaveValue("");
  expect(await page.content()).not.toContain("un-secret-de-page-2026");

  const sending = page.getByRole("switch", { name: "Envoyer les livres terminés" });
  await sending.click();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Rien ne part pour l’instant.")).toBeVisible();
  await sending.click();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Rien ne part pour l’instant.")).toBeHidden();
  expect(complaints).toEqual([]);
});

test("une livraison se regarde et se renvoie", async ({ page }) => {
  await orderedAndReceived(page, "Petit traité du levain");
  await page.getByRole("link", { name: "Requête et réponse" }).click();
  await page.waitForURL(/\/admin\/webhook\/deliveries\//);
  await expect(page.getByRole("heading", { level: 1, name: /levain/i })).toBeVisible();
  await expect(page.getByRole("article", { name: "Essai 1" })).toContainText("/api/webhooks/book-completion");
  await page.getByRole("button", { name: "Renvoyer…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Renvoyer", exact: true }).click();
  await expect(page.getByRole("article", { name: "Essai 2" })).toContainText("à la main · 200");
  expect(complaints).toEqual([]);
});

test("une rédaction s’annule après confirmation, se reprend, et dit ce qui l’arrête", async ({
  page,
  writing: { empty, model },
}) => {
  const slow = await empty();
  model.setScript(({ role }) => (role === "chapter" ? { delayMs: 60_000 } : undefined));
  await order(page, "La Loire à pied", slow.url);
  const state = page.locator("main p[aria-live]:not(.sr-only)").filter({ visible: true });
  await expect(state).toContainText("Rédaction des chapitres, 0 sur 3");
  await expect(page.getByRole("region", { name: "Chapitres" }).getByText("s’écrit").first()).toBeVisible();
  await page.getByRole("button", { name: "Annuler" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Arrêter la rédaction");
  await page.getByRole("button", { name: "Arrêter" }).click();
  await expect(state).toContainText("Annulé");

  model.setScript(({ role }) =>
    role === "chapter" ? { status: 401, body: '{"error":{"message":"non"}}' } : undefined,
  );
  await page.getByRole("button", { name: "Reprendre la rédaction" }).click();
  await expect(state).toContainText("OPENAI_COMPATIBLE_API_KEY", { timeout: 30_000 });

  model.setScript(undefined);
  await page.getByRole("button", { name: "Reprendre la rédaction" }).click();
  await expect(state).toContainText("Terminé, et reçu par webhook", { timeout: 60_000 });
  expect(complaints).toEqual([]);
});

test("tout se fait au clavier", async ({ page }) => {
  await page.goto(app.url);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Sujet")).toBeFocused();
  await page.keyboard.type("Écrire à la main");
  await page.keyboard.press("Tab");
  await page.keyboard.type(goal);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Préciser" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/jobs\//);
  expect(complaints).toEqual([]);
});

test("chaque page est accessible et tient à 390 px", async ({ page }) => {
  await orderedAndReceived(page, "Les abeilles");
  await page.setViewportSize({ width: 390, height: 844 });
  const book = await page.getByRole("link", { name: "Lire le livre" }).getAttribute("href");
  for (const path of ["/", new URL(page.url()).pathname, "/books", book ?? "", "/admin/webhook"]) {
    await page.goto(app.url + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status", { name: /Lecture|Ouverture/ })).toHaveCount(0);
    await expectTidy(page, path);
    await expectAccessible(page, path);
  }
  expect(complaints).toEqual([]);
});

test("une adresse inconnue mène quelque part", async ({ page }) => {
  await page.goto(`${app.url}/nulle-part`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page n’est pas au catalogue");
  await page.goto(`${app.url}/books/inconnu`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce livre n’est pas dans la bibliothèque");
  await page.goto(`${app.url}/jobs/inconnu`);
  await expect(page.getByRole("link", { name: "Aller à l’atelier" })).toBeVisible();
});
