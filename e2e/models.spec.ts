import { expect, test } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import { type App, startApp } from "#testing/app/app.ts";
import { complaintsOf } from "#testing/app/complaints.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";

const nowhere = "http://127.0.0.1:9";
const name = "qwen2.5-1.5b";
const other = "gemma-3-1b";
const key = "sk-une-cle-tres-secrete-0123456789";

let model: ModelServer;
let app: App;
let complaints: string[];
test.beforeAll(async () => {
  model = await startModelServer({ lists: [name, other] });
  const { baseUrl } = model;
  const elsewhere = { OLLAMA_BASE_URL: nowhere, LMSTUDIO_BASE_URL: nowhere, VLLM_BASE_URL: nowhere };
  app = await startApp({ env: { ...elsewhere, LLAMACPP_BASE_URL: baseUrl, OPENAI_BASE_URL: baseUrl } });
});
test.afterAll(async () => {
  await app.close();
  await model.close();
});
test.beforeEach(({ page }) => {
  model.setScript(undefined);
  model.journal.length = 0;
  // The browser itself logs the answer of a model that refuses, or of a key that is none.
  complaints = complaintsOf(page, { but: (text) => /status of (422|502)/.test(text) });
});
test.afterEach(() => expect(complaints).toEqual([]));

test("un modèle local est trouvé, essayé, choisi par défaut, et écrit un livre", async ({ page }) => {
  await page.goto(app.url);
  await expect(page.getByText(`Un modèle local répond\u202f: ${name} (llama.cpp), l’essayer.`)).toBeVisible();
  expect(model.journal).toEqual([]);
  await page.getByRole("link", { name: "l’essayer" }).click();
  await page.waitForURL("**/admin/models");
  const local = page.getByRole("region", { name: "Sur un serveur à vous" });
  await local.getByRole("button", { name: `Essayer ${name} (llama.cpp)` }).click();
  await expect(local.getByText(/tokens par seconde/)).toBeVisible();
  expect(model.journal.map(({ asked }) => asked.model)).toEqual([name]);
  await local.getByRole("button", { name: `Choisir ${name} (llama.cpp) par défaut` }).click();
  const usual = page.getByRole("region", { name: "Celui qui écrit par défaut" });
  await expect(usual).toContainText("Défini ici, à la place de BOOK_MODEL");
  await expect(usual).toContainText(name);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectTidy(page);

  await page.goto(app.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Un modèle local répond")).toHaveCount(0);
  await page.goto(`${app.url}/admin/models`);
  await usual.getByRole("button", { name: "Revenir à la variable" }).click();
  await expect(usual).toContainText("Valeur par défaut");
});

test("l’auteur choisit son modèle dans le formulaire, l’essaie, et sa rédaction le nomme", async ({ page }) => {
  await page.goto(app.url);
  await page.getByLabel("Sujet").fill("Les moulins");
  await page.getByLabel("Ce que le lecteur en retirera").fill("Savoir comment un moulin moud.");
  await page.getByRole("button", { name: "Préciser" }).click();
  await page.getByLabel("Chapitres").fill("1");
  await page.getByLabel("Mots par chapitre").fill("300");
  const menu = page.getByLabel("Modèle", { exact: true });
  await expect(menu).toHaveAccessibleDescription("gratuit");
  await expect(menu.locator("option:disabled").first()).toBeAttached();
  await menu.selectOption(`llamacpp:${name}`);
  await page.getByRole("button", { name: `Essayer ${name} (llama.cpp)` }).click();
  await expect(page.getByText(/tokens par seconde/)).toBeVisible();
  // An estimate that is being renewed is paler.
  await expect(page.locator('p[aria-busy="false"]').filter({ hasText: "min d’écriture" })).toBeVisible();
  await expectAccessible(page);
  model.journal.length = 0;
  await page.getByRole("button", { name: "Commencer le livre" }).click();
  await page.waitForURL(/\/jobs\//);
  await expect(page.getByText(`llamacpp:${name}`).first()).toBeVisible();
  await expect(page.getByText("Terminé, et reçu par webhook").first()).toBeVisible({ timeout: 60_000 });
  expect(new Set(model.journal.map(({ asked }) => asked.model))).toEqual(new Set([name]));
});

test("une rédaction que son modèle a fait échouer se reprend avec un autre", async ({ page }) => {
  const refuses = { status: 401, body: '{"error":{"message":"no seat left"}}' };
  model.setScript(({ asked }) => (asked.model === name ? refuses : {}));
  const order = { topic: "Les puits", goal: "Savoir creuser.", chapters: 1, words_per_chapter: 300 };
  const data = { ...order, model: `llamacpp:${name}` };
  const { job_id: id } = await (await page.request.post(`${app.url}/api/books/create`, { data })).json();
  await page.goto(`${app.url}/jobs/${id}`);
  await expect(page.getByText(/no seat left/).first()).toBeVisible();
  await page.getByRole("button", { name: "Changer de modèle" }).click();
  await page.getByLabel("Modèle", { exact: true }).selectOption(`llamacpp:${other}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reprendre la rédaction" }).click();
  await expect(page.getByText("Terminé, et reçu par webhook").first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(`llamacpp:${other}`).first()).toBeVisible();
});

test("une clé se saisit, s’essaie, se scelle ; fausse, le fournisseur le dit avec ses mots ; retirée, elle est oubliée", async ({
  page,
}) => {
  const message = `Incorrect API key provided: ${key}.`;
  model.setScript(() => ({ status: 401, body: JSON.stringify({ error: { message } }) }));
  await page.goto(`${app.url}/admin/models`);
  await expect(page.getByRole("region", { name: "À préparer" })).toContainText("définissez OPENAI_API_KEY");
  const openai = page.getByRole("region", { name: "Clés" }).getByRole("listitem").filter({ hasText: "OpenAI" });
  await expect(openai).toContainText("Aucune clé");
  await openai.getByRole("button", { name: "Saisir la clé OpenAI" }).click();
  await openai.getByLabel("Clé", { exact: true }).fill("trop courte ?");
  await openai.getByRole("button", { name: "Enregistrer" }).click();
  await expect(openai.getByText(/La clé attend la clé seule/)).toBeVisible();
  await openai.getByLabel("Clé", { exact: true }).fill(key);
  await openai.getByRole("button", { name: "Enregistrer" }).click();
  await expect(openai).toContainText(/Saisie ici .* · empreinte [0-9a-f]{12}/);
  const ready = page.getByRole("region", { name: "Prêts" });
  const first = ready.getByRole("listitem").filter({ hasText: "openai:gpt-5" }).first();
  await first.getByRole("button", { name: "Essayer gpt-5 (OpenAI)" }).click();
  await expect(first).toContainText("Incorrect API key provided: ***");
  model.setScript(undefined);
  await first.getByRole("button", { name: "Essayer gpt-5 (OpenAI)" }).click();
  await expect(first.getByText(/tokens par seconde · /)).toBeVisible();
  expect(model.journal.at(-1)?.authorization).toBe(`Bearer ${key}`);
  await page.reload();
  await expect(openai).toContainText("servie");
  expect(await page.content()).not.toContain(key);
  for (const path of ["", "/settings"])
    expect(await (await page.request.get(`${app.url}/api/models${path}`)).text()).not.toContain(key);
  expect(app.lines().join("\n")).not.toContain(key);
  await openai.getByRole("button", { name: "Retirer la clé OpenAI" }).click();
  await page.getByRole("button", { name: "La retirer" }).click();
  await expect(openai).toContainText("Aucune clé");
});

test("la réflexion de chaque rôle se règle dans la page, qui dit d’où elle vient", async ({ page }) => {
  await page.goto(`${app.url}/admin/models`);
  const thinking = page.getByRole("region", { name: "Réflexion avant de répondre" });
  await expect(thinking).toContainText("Valeur par défaut.");
  await thinking.getByLabel("Chapitres").selectOption("Aucune");
  await thinking.getByRole("button", { name: "Enregistrer" }).click();
  await expect(thinking).toContainText("Définie ici, à la place de BOOK_REASONING.");
  await page.reload();
  await expect(thinking.getByLabel("Chapitres")).toHaveValue("off");
  await thinking.getByRole("button", { name: "Revenir à la variable" }).click();
  await expect(thinking.getByLabel("Chapitres")).toHaveValue("auto");
});
