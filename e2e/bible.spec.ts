import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { test } from "#testing/app/shared.ts";
import { chapterAnswer } from "#testing/model/answers.ts";
import { continuityAnswer } from "#testing/model/continuity.ts";
import type { Script } from "#testing/model/script.ts";
import type { ModelServer } from "#testing/model/server.ts";
import { BibleView } from "../lib/contract/bible.ts";

let app: App;
let model: ModelServer;
let crash: () => Promise<void>;
let complaints: string[];

const opening = "Marie Ferrand, la meunière, arrive un matin d’avril au moulin de Kervat avec sa malle de cuir.";
const script: Script = ({ role, prompt, position }) => {
  if (role === "chapter") {
    const [title, ...rest] = chapterAnswer(prompt).split("\n\n");
    return { text: [title, opening, ...rest].join("\n\n") };
  }
  if (role !== "continuity") return {};
  const said = {
    summary: "Marie Ferrand arrive au moulin de Kervat avec sa malle de cuir.",
    characters: [{ name: "Marie Ferrand", description: "La meunière, qui arrive au moulin." }],
    places: [{ name: "moulin de Kervat", description: "Le moulin où elle arrive." }],
    facts: [position === 2 ? "La malle de cuir est au moulin." : "Marie Ferrand arrive en avril."],
    opened: ["Pourquoi la meunière arrive-t-elle avec une malle ?"],
    ...(position === 2 && { contradictions: [{ entry: "1", text: "Marie Ferrand arrive un matin d’avril." }] }),
  };
  return { text: continuityAnswer(prompt, said) };
};

test.beforeEach(async ({ writing, page }) => {
  model = writing.model;
  crash = writing.crash;
  app = await writing.empty();
  model.setScript(script);
  // What is refused on purpose, and a server that is killed, the console says, too.
  complaints = complaintsOf(page, { but: (text) => text.startsWith("Failed to load resource") });
});
test.afterEach(() => expect(complaints).toEqual([]));

const headers = { "Content-Type": "application/json" };
async function ordered(fields: object): Promise<string> {
  const order = { topic: "Le moulin", goal: "Raconter", chapters: 3, words_per_chapter: 200, ...fields };
  const response = await fetch(`${app.url}/api/books/create`, { method: "POST", headers, body: JSON.stringify(order) });
  return (await response.json()).job_id;
}
const stored = async (job: string) => BibleView.parse(await (await fetch(`${app.url}/api/jobs/${job}/bible`)).json());
const promptOf = (position: number) =>
  model.journal.find((call) => call.role === "chapter" && call.position === position)?.prompt;
const goOn = (page: Page, next: number) =>
  page.getByRole("button", { name: `Continuer\u202f: écrire le chapitre ${next}` });
const list = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("un livre en pause montre sa bible, que l’auteur change au clavier, et le chapitre suivant lui obéit", async ({
  page,
}) => {
  const job = await ordered({ continuity: "sequential", pause_after_chapter: true });
  await page.goto(`${app.url}/jobs/${job}`);
  await expect(goOn(page, 2)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Chapitre 1 écrit\u202f: à vous de continuer").first()).toBeVisible();
  await goOn(page, 2).click();
  await expect(goOn(page, 3)).toBeVisible({ timeout: 30_000 });
  expect(promptOf(2)).toContain("- Marie Ferrand : La meunière, qui arrive au moulin. (chapitre 1)");

  await page.getByRole("button", { name: "Résumé, personnages, lieux, faits et fils" }).focus();
  await page.keyboard.press("Enter");
  const about = list(page, "Personnages").getByLabel("Ce qu’on sait de lui");
  await expect(about).toHaveValue("La meunière, qui arrive au moulin.");
  await expect(page.getByText("contre ce qui est établi")).toBeVisible();
  await expect(list(page, "Faits").getByLabel("Établi au chapitre").nth(1)).toHaveValue("2");
  for (const [width, scheme] of [
    [1280, "light"],
    [390, "light"],
    [390, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await expectTidy(page, `${width} ${scheme}`);
    await expectAccessible(page, `${width} ${scheme}`);
  }

  await about.fill("Elle a trente ans et boite.");
  await expect
    .poll(async () => (await stored(job)).characters[0])
    .toMatchObject({ text: "Elle a trente ans et boite.", edited: true });
  await expect(list(page, "Personnages").getByText("De votre main")).toBeVisible();
  await list(page, "Faits").getByRole("button", { name: "Retirer le fait 1" }).focus();
  await page.keyboard.press("Enter");
  await expect(list(page, "Faits").getByRole("button", { name: "Ajouter un fait" })).toBeFocused();
  await page.keyboard.press("Enter");
  const added = list(page, "Faits").getByLabel("Fait", { exact: true }).nth(1);
  await list(page, "Faits").getByLabel("Établi au chapitre").nth(1).fill("99");
  await added.fill("Le moulin a brûlé en 1870.");
  await expect(list(page, "Faits").getByLabel("Établi au chapitre").nth(1)).toHaveAttribute("aria-invalid", "true");
  await goOn(page, 3).click();
  await expect(page.getByText("La bible n’est pas enregistrée")).toBeVisible();
  await list(page, "Faits").getByLabel("Établi au chapitre").nth(1).fill("");
  // What is typed within the second before is saved first.
  await goOn(page, 3).click();
  await page.getByRole("link", { name: "Lire le livre" }).waitFor({ timeout: 60_000 });
  const third = promptOf(3);
  expect(third).toContain("- Marie Ferrand : Elle a trente ans et boite. (chapitre 1)");
  expect(third).toContain("- Le moulin a brûlé en 1870.\n");
  expect(third).not.toContain("Marie Ferrand arrive en avril");
  await expect(page.getByRole("region", { name: "Réserves" })).toContainText("Continuité");
});

test("la pause survit à une mort, et deux qui modifient la bible ne s’effacent pas l’un l’autre", async ({ page }) => {
  const job = await ordered({ continuity: "sequential", pause_after_chapter: true });
  await page.goto(`${app.url}/jobs/${job}`);
  await expect(goOn(page, 2)).toBeVisible({ timeout: 30_000 });
  await crash();
  await page.reload();
  await expect(goOn(page, 2)).toBeVisible();
  await page.getByRole("button", { name: "Résumé, personnages, lieux, faits et fils" }).click();
  const about = list(page, "Lieux").getByLabel("Ce qu’on en sait");
  await expect(about).toHaveValue("Le moulin où elle arrive.");
  const { warnings: _warnings, ...bible } = await stored(job);
  const put = (body: object) =>
    fetch(`${app.url}/api/jobs/${job}/bible`, { method: "PUT", headers, body: JSON.stringify(body) });
  const elsewhere = { ...bible, facts: [...bible.facts, { text: "La roue est neuve." }] };
  const refused = await put({ ...bible, facts: [{ text: "" }] });
  expect([refused.status, (await refused.json()).issues]).toMatchObject([422, [{ path: "facts.0.text" }]]);
  let isFirst = true;
  await page.route("**/bible", async (route) => {
    if (route.request().method() === "PUT" && isFirst) {
      isFirst = false;
      expect((await put(elsewhere)).status).toBe(200);
      expect((await put(elsewhere)).status).toBe(409);
    }
    await route.continue();
  });
  await about.fill("Un moulin à eau.");
  await page.getByRole("button", { name: "Ajouter ce qui est nouveau, et enregistrer" }).click();
  await expect.poll(async () => (await stored(job)).places[0]?.text).toBe("Un moulin à eau.");
  expect((await stored(job)).facts.map(({ text }) => text)).toContain("La roue est neuve.");
  expect(model.journal.filter(({ role }) => role === "continuity")).toHaveLength(1);
});

test("le formulaire commande un livre écrit dans l’ordre, avec pause", async ({ page }) => {
  await page.goto(app.url);
  await page.getByLabel("Sujet").fill("Le moulin");
  await page.getByLabel("Ce que le lecteur en retirera").fill("Raconter");
  await page.getByRole("button", { name: "Préciser" }).click();
  await page.getByLabel("Chapitres").fill("2");
  await page.getByLabel("Mots par chapitre").fill("200");
  await expect(page.getByLabel("Attendre mon accord")).toHaveCount(0);
  await page.getByLabel(/^Écrire dans l’ordre/).check();
  await page.getByLabel("Attendre mon accord").check();
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await expect(goOn(page, 2)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("chapitres dans l’ordre, avec votre accord après chacun")).toBeVisible();
});

test("tué pendant chaque appel, un livre écrit dans l’ordre ne perd rien et ne redemande que l’appel coupé", async () => {
  const whole = ["outline", "chapter 1", "continuity 1", "chapter 2", "continuity 2"];
  const calls = () =>
    model.journal
      .filter(({ role }) => role !== "review" && role !== "research")
      .map(({ role, position }) => (position === undefined ? role : `${role} ${position}`));
  let release = () => {};
  model.setScript((exchange, nth) => {
    if (nth > 1 || exchange.role === "review") return script(exchange, nth);
    const held = Promise.withResolvers<void>();
    release = held.resolve;
    return { ...script(exchange, nth), after: held.promise };
  });
  const job = await ordered({ continuity: "sequential", chapters: 2 });
  for (const name of whole) {
    await expect.poll(calls, { timeout: 60_000 }).toContain(name);
    await crash();
    release();
  }
  const status = async () => (await (await fetch(`${app.url}/api/books/status/${job}`)).json()).status;
  await expect.poll(status, { timeout: 90_000 }).toBe("completed");
  expect(calls()).toEqual(whole.flatMap((name) => [name, name]));
  expect((await stored(job)).summaries.map(({ chapter }) => chapter)).toEqual([1, 2]);
  const { items } = await (await fetch(`${app.url}/api/webhook/deliveries?job_id=${job}`)).json();
  expect(items).toHaveLength(1);
});
