import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import { type App, startApp } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { failedDeliveries, unprocessedEntry, waitingDeliveries } from "#testing/app/log.ts";
import { installedDatabase, withSql } from "#testing/database/postgres.ts";
import { ok, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";

const past = 600;
let app: App;
let receiver: Receiver;
let database: Awaited<ReturnType<typeof installedDatabase>>;
let complaints: string[];

const sendTest = () => fetch(`${app.url}/api/webhook/test`, { method: "POST" });

test.beforeAll(async () => {
  database = await installedDatabase();
  receiver = await startReceiver();
  app = await startApp({
    env: { DATABASE_URL: database.url, WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s" },
  });
  receiver.behave(status(500));
  await sendTest();
  receiver.behave(ok);
  await sendTest();
  await withSql(database.url, failedDeliveries(past));
});
test.afterAll(async () => {
  await app.close();
  await receiver.close();
  await database.drop();
});
test.beforeEach(({ page }) => {
  complaints = complaintsOf(page);
});

const log = (query = "") => `${app.url}/admin/webhook/deliveries${query}`;
const rows = (page: Page) =>
  page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("link") });

test("un filtre se choisit, s’écrit dans l’adresse, survit au rechargement, et se retire d’un clic", async ({
  page,
}) => {
  await page.goto(log());
  await expect(rows(page)).toHaveCount(25);
  await page.getByLabel("Événement").selectOption({ label: "test" });
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "échec" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/status=failed/);
  await expect(page).toHaveURL(/event_type=webhook\.test/);
  await page.reload();
  await expect(page.getByRole("button", { name: "échec" })).toHaveAttribute("aria-pressed", "true");
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel("Réponse").selectOption("404");
  await expect(page.getByText("Aucune livraison ne correspond")).toBeVisible();
  await page.getByRole("button", { name: /Retirer le filtre réponse/ }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Tout afficher" }).click();
  await expect(rows(page)).toHaveCount(25);
  await page.getByLabel("Période").selectOption("1h");
  await expect(rows(page)).toHaveCount(2);
  await page.getByLabel("Période").selectOption({ label: "entre deux dates…" });
  const since = page.getByLabel("Depuis");
  await since.focus();
  await page.keyboard.press("Backspace");
  await expect(since).toHaveValue("");
  await expect(since).toBeFocused();
  await page.keyboard.type("01");
  // The day or the month, as the browser's own language orders them.
  await expect(since).toHaveValue(/-01/);
  await expect(since).toBeFocused();
  expect(complaints).toEqual([]);
});

test("les pages ne bougent pas quand une livraison arrive ; elle s’annonce et se montre sur demande", async ({
  page,
}) => {
  await page.goto(log());
  await expect(rows(page)).toHaveCount(25);
  const links = () =>
    rows(page)
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const before = await links();
  // On a slow line, what takes the place of the head keeps the rows waiting: they must stay where they are.
  const compared = Promise.withResolvers<void>();
  await page.route(/[?&]cursor=/, async (route) => {
    await compared.promise;
    await route.continue();
  });
  await sendTest();
  const pill = page.getByRole("button", { name: "1 nouvelle" });
  await expect(pill).toBeVisible();
  await sleep(1000);
  expect(await links()).toEqual(before);
  compared.resolve();
  await pill.click();
  await expect(pill).toBeHidden();
  await expect.poll(async () => (await links()).slice(1)).toEqual(before.slice(0, -1));
  await page.getByRole("button", { name: "Plus anciennes" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect.poll(async () => (await links())[0]).toBe(before.at(-1));
  await page.goBack();
  await expect.poll(async () => (await links()).slice(1)).toEqual(before.slice(0, -1));
  expect(complaints).toEqual([]);
});

test("une livraison en échec dit pourquoi, où le temps est passé, et ce qui a été échangé", async ({ page }) => {
  await page.goto(log("?status=failed&event_type=webhook.test"));
  await rows(page).getByRole("link").click();
  await expect(page.getByText(/HTTP 500.*le récepteur a échoué/).first()).toBeVisible();
  const attempt = page.getByRole("article", { name: "Essai 1" });
  await expect(attempt.getByRole("figure", { name: "Où le temps est passé" })).toContainText(/premier octet\s\d+\sms/);
  await expect(attempt).toContainText(`POST ${receiver.url}`);
  await expect(attempt).toContainText("HTTP 500");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copier en curl" }).click();
  await expect(page.getByText("Commande copiée")).toBeVisible();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  expect(command).toContain(`curl -i -X POST '${receiver.url}'`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger tel quel" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^evt_.*\.json$/);
  await page.getByRole("button", { name: "Lire ici" }).click();
  await expect(page.getByRole("region", { name: "Corps envoyé, mis en page" })).toContainText('"book_data": {');
  expect(complaints).toEqual([]);
});

test("une livraison inconnue mène au journal", async ({ page }) => {
  await page.goto(log("/0198b3a4-0000-7000-8000-000000000000"));
  await expect(page.getByText("Cette livraison n’est pas au journal")).toBeVisible();
});

test("tout ce que le filtre montre se renvoie : le compte d’abord, l’avancement ensuite, l’arrêt quand on veut", async ({
  page,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const before = receiver.requests.length;
  receiver.behave(async (request, response, count) => {
    if (count > before + 50) await released;
    ok(request, response, count);
  });
  await page.goto(log("?status=failed&event_type=book.completed"));
  await page.getByRole("button", { name: "Renvoyer…" }).click();
  const dialog = page.getByRole("dialog", { name: "Renvoyer les livraisons" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "échec" })).toContainText(String(past));
  await dialog.getByRole("button", { name: `Renvoyer ${past} livraisons` }).click();
  const progress = page.getByRole("article", { name: "Renvoi en nombre" });
  await expect(progress).toContainText(/Renvoi en cours.*sur 600/);
  await page.reload();
  await progress.getByRole("button", { name: "Arrêter" }).click();
  await expect(progress).toContainText("Renvoi arrêté");
  release();
  await expect(progress).not.toContainText("en route", { timeout: 30_000 });
  const said = await progress.getByRole("status").textContent();
  const arrived = Number(/(\d+)\sreçue/.exec(said ?? "")?.[1]);
  expect(arrived).toBeGreaterThan(0);
  expect(arrived).toBeLessThan(past);

  receiver.behave(ok);
  await page.goto(log("?status=failed&event_type=book.completed"));
  await page.getByRole("button", { name: "Renvoyer…" }).click();
  await dialog.getByRole("button", { name: `Renvoyer ${past - arrived} livraisons` }).click();
  const second = progress.filter({ hasText: `sur ${past - arrived}` });
  await expect(second).toContainText(`Renvoi terminé\u202f: ${past - arrived} sur ${past - arrived} remises en file`, {
    timeout: 60_000,
  });
  await expect(second.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "100");
  expect(complaints).toEqual([]);
});

test("ce qui attend part maintenant : une livraison sur sa page, les autres ensemble", async ({ page }) => {
  await withSql(database.url, waitingDeliveries(3));
  await page.goto(log("?status=pending"));
  await rows(page).first().getByRole("link").first().click();
  await page.getByRole("button", { name: "Envoyer maintenant", exact: true }).click();
  await expect(page.getByText("Le récepteur a confirmé la réception")).toBeVisible();
  await page.goto(`${app.url}/admin/webhook/endpoints/default`);
  await expect(page.getByText("2 livraisons attendent un nouvel essai vers cette destination.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Envoyer maintenant" })).toBeVisible();
  await page.goto(log("?status=pending"));
  await page.getByRole("button", { name: "Envoyer maintenant…" }).click();
  const dialog = page.getByRole("dialog", { name: "Envoyer ce qui attend" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "en attente" })).toContainText("2");
  await dialog.getByRole("button", { name: "Envoyer 2 livraisons maintenant" }).click();
  const progress = page.getByRole("article", { name: "Renvoi en nombre" }).filter({ hasText: "sur 2 remises" });
  await expect(progress).toContainText("Renvoi terminé\u202f: 2 sur 2 remises en file, 2 reçues");
  expect(complaints).toEqual([]);
});

test("un événement reçu dont le livre manque se traite de nouveau", async ({ page }) => {
  const chapters = [{ title: "c", content: "# c" }];
  const book_data = { book_title: "Retrouvé", topic: "t", goal: "g", outline: [], chapters };
  const timestamp = "2026-10-20T14:30:00Z";
  const counts = { generated_at: timestamp, word_count: 1, chapter_count: 1 };
  const body = { job_id: "j-essai", status: "completed", timestamp, environment: "development" };
  await withSql(database.url, unprocessedEntry({ ...body, book_data: { ...book_data, ...counts } }));
  await page.goto(`${app.url}/admin/webhook/inbox`);
  const entry = page.getByRole("list", { name: "Événements reçus" }).getByRole("listitem");
  await expect(entry).toContainText("à refaire");
  await expect(entry).toContainText("signature vérifiée");
  await expect(entry).toContainText("la base était pleine");
  await entry.getByRole("button", { name: "Détails" }).click();
  await expect(entry).toContainText("a1b2c3d4");
  await page.getByRole("combobox", { name: "Traitement" }).selectOption({ label: "traités" });
  await expect(entry.filter({ hasText: "la base était pleine" })).toHaveCount(0);
  await expect(page).toHaveURL(/outcome=processed/);
  await page.getByRole("combobox", { name: "Traitement" }).selectOption({ label: "à refaire" });
  await page.getByRole("combobox", { name: "Origine" }).selectOption({ label: "origine non prouvée" });
  await expect(page.getByText("Aucun événement ne correspond")).toBeVisible();
  await page.getByRole("button", { name: "Tout afficher" }).first().click();
  await page.getByRole("textbox", { name: /Rédaction/ }).fill("j-essai");
  await page.getByRole("textbox", { name: /Rédaction/ }).press("Enter");
  await expect(page).toHaveURL(/job_id=j-essai/);
  await expect(entry).toHaveCount(1);
  await entry.getByRole("button", { name: "Traiter de nouveau" }).click();
  await expect(entry).toContainText("· traité");
  await entry.getByRole("link", { name: "Lire le livre" }).click();
  await expect(page).toHaveTitle(/Retrouvé/);
  expect(complaints).toEqual([]);
});

test("le journal, une livraison et les reçus sont accessibles et tiennent à 390 px", async ({ page }) => {
  await page.goto(log("?status=failed"));
  const failed = await rows(page).getByRole("link").first().getAttribute("href");
  for (const path of ["/admin/webhook/deliveries", failed ?? "", "/admin/webhook/inbox"])
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(app.url + path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("status", { name: /Lecture/ })).toHaveCount(0);
      await expectTidy(page, `${path} ${width}`);
      await expectAccessible(page, `${path} ${width}`);
    }
  expect(complaints).toEqual([]);
});
