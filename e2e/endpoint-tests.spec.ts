import { expect, type Page } from "@playwright/test";
import { endpointPages } from "#testing/app/endpoint-pages.ts";
import { test } from "#testing/app/shared.ts";
import { hang, startReceiver, status } from "#testing/servers/receiver.ts";

const { pages, create, open } = endpointPages();

test("un test montre chaque étape, et laquelle a manqué", async ({ page }) => {
  const id = await create(page, "Testée");
  await open(page, id);
  const panel = page.getByRole("region", { name: "Tester la destination" });
  const stages = panel.getByRole("list", { name: "Étapes du test" }).getByRole("listitem");
  await panel.getByRole("button", { name: "Envoyer un test" }).click();
  await expect(panel).toContainText("Webhook de test envoyé avec succès");
  await expect(stages).toHaveText([
    /^Signature faite/,
    /^Résolution/,
    /^Connexion faite/,
    /^TLS sans objet/,
    /^Réponse faite.*200/,
  ]);
  await expect(panel).toContainText('{"success": true}');

  pages.receiver.behave(status(503));
  await panel.getByRole("button", { name: "Envoyer un test" }).click();
  await expect(stages.last()).toHaveText(/^Réponse en échec.*503/);
  await expect(panel).toContainText("Réponse 503");
  pages.receiver.behave(status(200));
  await panel.getByRole("link", { name: /Voir cette livraison/ }).click();
  await expect(page).toHaveURL(/\/admin\/webhook\/deliveries\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("une connexion refusée s’arrête à son étape", async ({ page }) => {
  const gone = await startReceiver();
  const id = await create(page, "Muette", { url: gone.url });
  await gone.close();
  await open(page, id);
  const panel = page.getByRole("region", { name: "Tester la destination" });
  await panel.getByRole("button", { name: "Envoyer un test" }).click();
  const stages = panel.getByRole("list", { name: "Étapes du test" }).getByRole("listitem");
  await expect(stages.nth(2)).toHaveText(/^Connexion en échec/);
  await expect(stages.nth(4)).toHaveText(/^Réponse/);
});

test("on s’entraîne à voir échouer et reprendre un envoi", async ({ page }) => {
  await page.goto(`${pages.app.url}/admin/webhook`);
  const practice = page.getByRole("region", { name: "S’entraîner" });
  await practice.getByRole("radio", { name: "Demande de ralentir" }).click();
  await practice.getByRole("radio", { name: "Échoue toujours" }).click();
  await practice.getByRole("button", { name: "Créer la destination d’entraînement" }).click();
  await practice.getByRole("button", { name: "Publier un petit livre" }).click();
  await expect(practice).toContainText("Essai 1 · 500", { timeout: 60_000 });
  await expect(practice).toContainText("Essai 2 · 500", { timeout: 30_000 });
  await practice.getByRole("radio", { name: "Accepte" }).click();
  await practice.getByRole("button", { name: "Passer à ce comportement" }).click();
  await expect(practice).toContainText(/Essai \d · 200/, { timeout: 60_000 });
  await practice.getByRole("link", { name: "Suivre ses livraisons" }).click();
  await expect(page).toHaveURL(/deliveries\?endpoint_id=/);
  await expect(page.getByRole("heading", { level: 1, name: "Livraisons" })).toBeVisible();
});

test("l’état de la file se lit et se tient à jour", async ({ page }) => {
  pages.receiver.behave(hang);
  await create(page, "Lente");
  const data = { topic: "Le vent", goal: "Comprendre le vent.", chapters: 1, words_per_chapter: 200 };
  await page.goto(`${pages.app.url}/admin/webhook`);
  const queue = page.getByRole("region", { name: "File d’envoi" });
  await expect(queue).toContainText("En vol0");
  await page.request.post(`${pages.app.url}/api/books/create`, { data });
  await expect(queue).toContainText(/En vol[1-9]/, { timeout: 60_000 });
  pages.receiver.behave(status(200));
});

/** What stands around controls, bidi and zero-width characters, in a page's text and in what it is called for a screen reader. */
async function readUnseen(page: Page): Promise<string[]> {
  const labels = await page
    .locator("[aria-label], [title]")
    .evaluateAll((elements) =>
      elements.flatMap((element) => [element.getAttribute("aria-label") ?? "", element.getAttribute("title") ?? ""]),
    );
  const shown = [await page.title(), ...(await page.locator("body").allInnerTexts()), ...labels].join("\n");
  return shown.match(/.{0,20}(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}].{0,20}/gu) ?? [];
}

test("ce qui ne se voit pas dans un nom, une adresse, un identifiant, un en-tête ou une réponse est nommé à sa place", async ({
  page,
}) => {
  pages.receiver.behave((_request, response) => {
    response.setHeader("X-Motif", "p\u00e9rim\u00ad\u0085\u00e9");
    response.writeHead(422, { "Content-Type": "text/plain; charset=utf-8" });
    response.end("Non\u202etxt.exe\u2066\u200b\u0000\ufeff\u0007");
  });
  const address = `${pages.receiver.url}/a\u202eb\u200b?c=\u2067`;
  const id = await create(page, "Nom\u202e\u200bdouteux\u2069", { url: address });
  await open(page, id);
  expect(await readUnseen(page)).toEqual([]);
  const panel = page.getByRole("region", { name: "Tester la destination" });
  await panel.getByRole("button", { name: "Envoyer un test" }).click();
  await expect(panel).toContainText("Non⟨U+202E⟩txt.exe⟨U+2066⟩⟨U+200B⟩");
  await expect(panel).toContainText("⟨U+FEFF⟩⟨U+0007⟩");
  expect(await readUnseen(page)).toEqual([]);

  await panel.getByRole("link", { name: /Voir cette livraison/ }).click();
  await expect(page.getByRole("region", { name: "Réponse à l’essai 1" })).toContainText(
    "x-motif: périm⟨U+00AD⟩⟨U+0085⟩é",
  );
  await expect(page.getByText("Nom⟨U+202E⟩⟨U+200B⟩douteux⟨U+2069⟩").filter({ visible: true }).first()).toBeVisible();
  expect(await readUnseen(page)).toEqual([]);
  for (const list of ["/admin/webhook", "/admin/webhook/deliveries"]) {
    await page.goto(pages.app.url + list);
    await expect(page.getByText("Nom⟨U+202E⟩⟨U+200B⟩douteux⟨U+2069⟩").filter({ visible: true }).first()).toBeVisible();
    expect(await readUnseen(page)).toEqual([]);
  }

  const at = new Date().toISOString();
  const failed = { job_id: "li\u202evre\u2066-1", status: "failed", timestamp: at, error: "Pa\u200bnne\u202e" };
  const headers = { "Content-Type": "application/json", "webhook-id": "evt\u00ad1" };
  const receiver = `${pages.app.url}/api/webhooks/book-completion`;
  expect((await fetch(receiver, { method: "POST", headers, body: JSON.stringify(failed) })).status).toBe(200);
  await page.goto(`${pages.app.url}/admin/webhook/inbox`);
  await page.getByRole("button", { name: "Détails" }).first().click();
  await expect(page.getByText("li⟨U+202E⟩vre⟨U+2066⟩-1").first()).toBeVisible();
  await expect(page.getByText("evt⟨U+00AD⟩1").first()).toBeVisible();
  expect(await readUnseen(page)).toEqual([]);
  pages.receiver.behave(status(200));
});
