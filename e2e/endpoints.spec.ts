import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import { endpointPages } from "#testing/app/endpoint-pages.ts";
import { test } from "#testing/app/shared.ts";

const { pages, create, open } = endpointPages();

const row = (page: Page, name: string) =>
  page.getByRole("region", { name: "Destinations" }).getByRole("listitem").filter({ hasText: name });

test("une destination s’ajoute, et sa clé ne se montre qu’une fois", async ({ page }) => {
  await page.goto(`${pages.app.url}/admin/webhook`);
  await page.getByRole("link", { name: "Ajouter une destination" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nouvelle destination" })).toBeVisible();
  await page.getByRole("textbox", { name: "Adresse" }).fill(pages.receiver.url);
  await page.getByRole("textbox", { name: "Nom" }).fill("Boutique");
  await page.getByRole("checkbox", { name: /Livre terminé/ }).click();
  await page.getByRole("button", { name: "Ajouter la destination" }).click();
  const shown = page.getByText(/^whsec_[A-Za-z0-9+/=]{32,}$/);
  await expect(shown).toBeVisible();
  const secret = (await shown.textContent()) ?? "";
  await page.getByRole("link", { name: "Ouvrir la destination et la tester" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Boutique" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Clés" })).toContainText("actuelle");
  await expect.poll(() => page.content()).not.toContain(secret);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Nouvelle destination" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Adresse" })).toHaveValue("");
  await page.goto(`${pages.app.url}/admin/webhook`);
  await expect(row(page, "Boutique")).toContainText("livre terminé");
  await expect(row(page, "Boutique")).toContainText("active");
});

test("ce qui ne va pas est dit au champ, qui reçoit le focus", async ({ page }) => {
  await page.goto(`${pages.app.url}/admin/webhook/endpoints/new`);
  const address = page.getByRole("textbox", { name: "Adresse" });
  await page.getByRole("button", { name: "Ajouter la destination" }).click();
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/Donnez l’adresse/);
  await address.fill("http://exemple.fr/ici");
  await page.getByRole("button", { name: "Ajouter la destination" }).click();
  await expect(address).toHaveAccessibleDescription(/cette machine/);
  await expect(address).toHaveAttribute("aria-invalid", "true");

  await open(page, await create(page, "Réservée"));
  await page.getByRole("button", { name: "Ajouter un en-tête" }).click();
  const name = page.getByRole("textbox", { name: "Nom de l’en-tête" });
  await expect(name).toBeFocused();
  await name.fill("webhook-id");
  await page.getByRole("textbox", { name: "Valeur de webhook-id" }).fill("à moi");
  await page.getByRole("textbox", { name: "Calendrier des essais" }).fill("demain");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const schedule = page.getByRole("textbox", { name: "Calendrier des essais" });
  await expect(schedule).toHaveAttribute("aria-invalid", "true");
  await schedule.fill("0s,30s,5m");
  await expect(page.getByRole("list", { name: "Heure de chaque essai" })).toContainText("+ 5 min 30 s");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAccessibleDescription(/webhook-id/);
});

test("les en-têtes s’ajoutent et se retirent, leur valeur ne revient pas", async ({ page }) => {
  const id = await create(page, "En-têtes");
  await open(page, id);
  await page.getByRole("button", { name: "Ajouter un en-tête" }).click();
  await page.getByRole("textbox", { name: "Nom de l’en-tête" }).fill("Authorization");
  await page.getByRole("textbox", { name: "Valeur de Authorization" }).fill("Bearer jeton-du-client");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const remove = page.getByRole("button", { name: "Retirer Authorization", exact: false });
  await expect(remove).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Valeur de Authorization" })).toHaveCount(0);
  expect(await page.content()).not.toContain("jeton-du-client");
  await remove.click();
  await expect(page.getByText("sera retiré")).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("sera retiré")).toBeHidden();
  await expect(remove).toBeHidden();
});

test("les en-têtes d’une destination neuve gardent chacun le sien, plié ou non", async ({ page }) => {
  await page.goto(`${pages.app.url}/admin/webhook/endpoints/new`);
  const fold = page.getByRole("button", { name: "En-têtes", exact: true });
  const write = async (name: string) => {
    await page.getByRole("button", { name: "Ajouter un en-tête" }).click();
    await page.keyboard.type(name);
  };
  await fold.click();
  await write("X-Un");
  await fold.click();
  await expect(page.getByRole("textbox", { name: "Nom de l’en-tête" })).toHaveCount(0);
  await fold.click();
  await write("X-Deux");
  const names = page.getByRole("textbox", { name: "Nom de l’en-tête" });
  await expect(names).toHaveCount(2);
  expect(await names.evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ value }) => value))).toEqual([
    "X-Un",
    "X-Deux",
  ]);
});

test("ce qui s’écrit pendant un enregistrement reste à enregistrer", async ({ page }) => {
  const id = await create(page, "Lente");
  const written = Promise.withResolvers<void>();
  await page.route(`**/api/webhook/endpoints/${id}`, async (route) => {
    if (route.request().method() === "PATCH") await written.promise;
    await route.continue();
  });
  await open(page, id);
  await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Renommée");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("textbox", { name: "Calendrier des essais" }).fill("0s,1m");
  written.resolve();
  await expect(page.getByText("Destination enregistrée")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Renommée" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Calendrier des essais" })).toHaveValue("0s,1m");
  await expect(page.getByRole("button", { name: "Enregistrer" })).toBeEnabled();
});

test("une destination se met en pause, l’atelier le dit, et ce qu’elle a manqué est proposé", async ({ page }) => {
  const id = await create(page, "Pausée");
  await page.goto(`${pages.app.url}/admin/webhook`);
  await page.getByRole("button", { name: "Mettre en pause\u202f: Pausée" }).click();
  await expect(row(page, "Pausée")).toContainText("en pause");
  await page.goto(pages.app.url);
  const warnings = page.getByRole("region", { name: "Avertissements" });
  await expect(warnings).toContainText("Pausée est en pause");
  const data = { topic: "Le sel", goal: "Comprendre le sel.", chapters: 1, words_per_chapter: 200 };
  await page.request.post(`${pages.app.url}/api/books/create`, { data });
  await expect
    .poll(async () => (await (await page.request.get(`${pages.app.url}/api/webhook/endpoints/${id}`)).json()).missed, {
      timeout: 60_000,
    })
    .toBe(1);
  await warnings.getByRole("link", { name: "Pausée" }).click();
  await page.getByRole("button", { name: "Réactiver\u202f: Pausée" }).click();
  await expect(page.getByText("1 livraison manquée")).toBeVisible();
  const before = pages.receiver.requests.length;
  await page.getByRole("button", { name: "Envoyer ce qui a été manqué" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Envoyer" }).click();
  await pages.receiver.received(before + 1);
  await expect(page.getByText("1 livraison manquée")).toBeHidden({ timeout: 20_000 });
});

test("une clé se remplace, se montre une fois, et l’ancienne s’arrête", async ({ page }) => {
  const id = await create(page, "Clés");
  await open(page, id);
  const keys = page.getByRole("region", { name: "Clés" });
  await keys.getByRole("button", { name: "Remplacer la clé" }).click();
  await expect(keys.getByRole("combobox", { name: "L’ancienne signe encore" })).toHaveValue("24");
  await keys.getByRole("button", { name: "Remplacer", exact: true }).click();
  const shown = keys.getByText(/^whsec_/);
  await expect(shown).toBeVisible();
  const secret = (await shown.textContent()) ?? "";
  await expect(keys.getByRole("listitem")).toHaveCount(2);
  await expect(keys).toContainText("signe encore jusqu’au");
  await page.reload();
  await expect(keys.getByRole("listitem")).toHaveCount(2);
  expect(await page.content()).not.toContain(secret);
  await keys.getByRole("button", { name: "Y mettre fin maintenant" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Y mettre fin" }).click();
  await expect(keys.getByRole("listitem")).toHaveCount(1);
});

test("une destination se supprime après confirmation ; la principale ne se supprime pas", async ({ page }) => {
  const id = await create(page, "Éphémère");
  await open(page, id);
  await page.getByRole("button", { name: "Supprimer" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Éphémère");
  await page.getByRole("alertdialog").getByRole("button", { name: "Supprimer" }).click();
  await page.waitForURL(/\/admin\/webhook(#|$)/);
  await expect(row(page, "Destination principale")).toBeVisible();
  await expect(row(page, "Éphémère")).toHaveCount(0);
  await open(page, id);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette destination n’existe pas");
  await open(page, "default");
  await expect(page.getByRole("button", { name: "Supprimer" })).toHaveCount(0);
});

test("les pages des destinations sont accessibles et tiennent à 390 px", async ({ page }) => {
  const id = await create(page, "Étroite", { headers: { Authorization: "Bearer x" } });
  await page.request.post(`${pages.app.url}/api/webhook/endpoints/${id}/rotate`, { data: {} });
  await page.request.patch(`${pages.app.url}/api/webhook/endpoints/${id}`, { data: { enabled: false } });
  for (const path of ["/", "/admin/webhook", "/admin/webhook/endpoints/new", `/admin/webhook/endpoints/${id}`])
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(pages.app.url + path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("status", { name: /Lecture/ })).toHaveCount(0);
      await expectTidy(page, `${path} ${width}`);
      if (width === 390) await expectAccessible(page, path);
    }
});
