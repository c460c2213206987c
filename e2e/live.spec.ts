import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#testing/app/accessibility.ts";
import { appsOfEachTest } from "#testing/app/apps.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { test } from "#testing/app/shared.ts";
import { installedDatabase } from "#testing/database/postgres.ts";
import type { Script } from "#testing/model/script.ts";
import { startModelServer } from "#testing/model/server.ts";
import { LiveText } from "../lib/contract/live.ts";

const start = appsOfEachTest();

// Most readers have no reduced motion: the text flows in.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

const drip = { chars: 12, everyMs: 60 };

async function createBook(url: string): Promise<string> {
  const body = JSON.stringify({ topic: "Les phares", goal: "Les comprendre", chapters: 2, words_per_chapter: 400 });
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${url}/api/books/create`, { method: "POST", headers, body });
  return (await response.json()).job_id;
}

const progress = /(\d+) sur \d+\smots/;

/** The words shown of the first chapter that is being written. */
async function wordsOf(page: Page): Promise<number> {
  const shown = page.getByRole("region", { name: "Chapitres" }).getByText(progress);
  const [first] = await shown.allTextContents();
  return Number(progress.exec(first ?? "")?.[1] ?? 0);
}

test("le texte paraît pendant qu’il s’écrit, survit à un rechargement, et l’annulation l’arrête aussitôt", async ({
  page,
  writing: { empty, model },
}) => {
  // Cancelled before its end, however long a busy machine takes to look at its page.
  const slow = { drip: { chars: 12, everyMs: 300 }, pauses: [{ at: 1800, until: new Promise(() => {}) }] };
  const app = await empty();
  model.setScript(({ role }) => (role === "chapter" ? slow : undefined));
  const complaints = complaintsOf(page);
  const job = await createBook(app.url);
  await page.goto(`${app.url}/jobs/${job}`);
  await expect.poll(() => wordsOf(page), { timeout: 30_000 }).toBeGreaterThan(30);
  const before = await wordsOf(page);
  await expect.poll(() => wordsOf(page)).toBeGreaterThan(before + 20);
  await expectAccessible(page);

  const known = await wordsOf(page);
  await page.reload();
  await expect.poll(() => wordsOf(page)).toBeGreaterThanOrEqual(known);
  await page.getByRole("region", { name: "Chapitres" }).getByRole("button").first().click();
  await expect(page.locator(":not(.draft-window) > .draft")).toContainText(/\p{L}+ \p{L}+ \p{L}+/u);

  await page.getByRole("button", { name: "Annuler" }).click();
  await page.getByRole("button", { name: "Arrêter" }).click();
  await expect(page.locator("main [aria-live]").filter({ hasText: "Annulé" })).toBeVisible();
  await expect(page.locator(".draft")).toHaveCount(0);
  await expect.poll(() => model.journal.filter(({ endedAt }) => !endedAt).length).toBe(0);

  model.setScript(undefined);
  await page.getByRole("button", { name: "Reprendre la rédaction" }).click();
  await expect(page.getByRole("region", { name: "Fiche de qualité" })).toContainText("Longueur", { timeout: 60_000 });
  expect(complaints).toEqual([]);
});

test("un direct que quelque chose refuse est dit interrompu, et le livre paraît tout de même", async ({
  page,
  writing: { empty, model },
}) => {
  const shown = Promise.withResolvers<void>();
  const app = await empty();
  model.setScript(({ role }) => (role === "chapter" ? { after: shown.promise } : undefined));
  await page.route("**/live", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(`${app.url}/jobs/${await createBook(app.url)}`);
  await expect(page.getByText("Le direct est interrompu")).toBeVisible();
  shown.resolve();
  await expect(page.getByText("Terminé, et reçu par webhook")).toBeVisible({ timeout: 60_000 });
});

test("un livre écrit par une instance se lit en direct depuis une autre", async () => {
  const database = await installedDatabase();
  const heardByBoth = Promise.withResolvers<void>();
  const script: Script = ({ role }) =>
    role === "chapter" ? { drip, pauses: [{ at: 900, until: heardByBoth.promise }] } : undefined;
  const model = await startModelServer({ script });
  const env = {
    BOOK_MODEL: "openai-compatible:essai",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    DATABASE_URL: database.url,
  };
  const one = await start({ env });
  const other = await start({ env });
  const job = await createBook(one.url);
  for (const app of [one, other]) {
    const response = await fetch(`${app.url}/api/jobs/${job}/live`);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    let heard = "";
    let length = 0;
    for await (const chunk of response.body ?? []) {
      heard += new TextDecoder().decode(chunk as Uint8Array);
      const texts = [...heard.matchAll(/^event: text\n.*\ndata: (.*)\n/gm)].map(([, data = ""]) =>
        LiveText.parse(JSON.parse(data)),
      );
      length = texts.reduce((sum, { text }) => sum + text.length, 0);
      if (length > 300) break;
    }
    expect(length).toBeGreaterThan(300);
  }
  heardByBoth.resolve();
  await model.close();
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});
