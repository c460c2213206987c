import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv, promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { type App, root, startApp } from "#testing/app/app.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { createOriginalReceiver } from "#testing/original/receiver.ts";
import { type Receiver, startReceiver } from "#testing/servers/receiver.ts";

const guide = readFileSync(path.join(root, "docs/remplacer-le-backend-d-origine.md"), "utf8");
const samples = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind = "", text = ""]) => ({ kind, text }));

const original = createOriginalReceiver();
let model: ModelServer;
let frontend: Receiver;
let app: App;
/** Puts the addresses of this test in place of the guide's. */
const here = (text: string) =>
  text.replaceAll("http://localhost:9006", app.url).replaceAll(`http://localhost:3000`, new URL(frontend.url).origin);

test.beforeAll(async () => {
  model = await startModelServer();
  frontend = await startReceiver();
  frontend.behave(original.behaviour);
  const { PORT, ...variables } = parseEnv(samples.find(({ kind }) => kind === "env")?.text ?? "");
  expect(PORT).toBe("9006");
  const env = {
    ...(variables as Record<string, string>),
    WEBHOOK_URL: frontend.url,
    BOOK_MODEL: "openai-compatible:essai",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
  };
  app = await startApp({ env });
});
test.afterAll(async () => {
  await app.close();
  await frontend.close();
  await model.close();
});

/** Expects the fields of a sample; `…` is any text. */
const expected = (value: unknown): unknown => {
  if (value === "…") return expect.any(String);
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value !== "object" || value === null) return value;
  return expect.objectContaining(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, expected(one)])));
};

test("les exemples du guide font ce qu’il dit", async () => {
  const runs = samples.filter(({ kind }) => kind === "bash");
  expect(runs.length).toBeGreaterThan(6);
  for (const [index, { kind, text }] of samples.entries()) {
    if (kind !== "bash") continue;
    const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", here(text)], { timeout: 60_000 });
    const next = samples[index + 1];
    expect(next?.kind, text).toBe("json");
    expect(JSON.parse(stdout), text).toEqual(expected(JSON.parse(next?.text ?? "")));
  }
  const chapters = ["Introduction", "Développement", "Conclusion"];
  expect(original.jobs.get("cmh3abc")).toEqual({ status: "COMPLETED", title: "Mon livre", chapters, userId: "cmu1" });
  expect(app.lines().join("\n")).toContain("✅ Webhook envoyé avec succès pour le job cmh3abc");
});

const awkward = [
  "a:b",
  "...",
  "-",
  "a.rsc",
  "x.json",
  "page.segments",
  "favicon.ico",
  "_next",
  "cancel",
  "A",
  "z".repeat(255),
];

test("un identifiant donné mène partout, quel qu’il soit", async ({ page }) => {
  for (const jobId of awkward) {
    const order = {
      topic: `Sujet de ${jobId.slice(0, 20)}`,
      goal: "Voir",
      chapters: [{ title: "Seul" }],
      jobId,
      review_outline: true,
    };
    const created = await fetch(`${app.url}/api/books/create`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(order),
    });
    expect(await created.json()).toMatchObject({ job_id: jobId });
    const spellings = new Set([jobId, encodeURIComponent(jobId), jobId.replaceAll(":", "%3a").replaceAll(".", "%2E")]);
    for (const id of spellings)
      for (const address of [
        `/api/books/status/${id}`,
        `/job-status/${id}`,
        `/api/jobs/${id}/status`,
        `/api/jobs/${id}`,
      ]) {
        const response = await fetch(app.url + address);
        expect(response.status, address).toBe(200);
        expect((await response.json()).job_id, address).toBe(jobId);
      }
  }
  for (const jobId of ["a:b", "a.rsc", "page.segments"]) {
    await page.goto(`${app.url}/jobs`);
    await page
      .getByRole("link", { name: `Sujet de ${jobId}` })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`/jobs/${jobId.replace(":", "(:|%3A)")}$`));
    await expect(page.getByText("Plan à relire").first()).toBeVisible();
    await page.reload();
    await expect(page.getByText(`Sujet de ${jobId}`).first()).toBeVisible();
  }
});

test("un livre reçu deux fois autrement montre sa dernière version, et laisse lire l’autre", async ({ page }) => {
  const send = async (title: string, timestamp: string) => {
    const chapters = ["Un", "Deux"].map((name) => ({ title: name, content: `# ${name}\n\nTexte de ${title}.` }));
    const book_data = {
      book_title: title,
      topic: "t",
      goal: "g",
      outline: [],
      chapters,
      generated_at: timestamp,
      word_count: 8,
      chapter_count: 2,
    };
    const response = await fetch(`${app.url}/api/webhooks/book-completion`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ job_id: "deux-versions", status: "completed", timestamp, book_data }),
    });
    return (await response.json()).book_id;
  };
  const id = await send("Le sel", "2025-10-20T14:30:00Z");
  await page.goto(`${app.url}/books/${id}`);
  await expect(page.getByText("Texte de Le sel.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Version/ })).toHaveCount(0);
  expect(await send("Le sel, relu", "2025-10-21T14:30:00Z")).toBe(id);

  await page.goto(`${app.url}/books`);
  await expect(page.getByRole("link", { name: /Le sel, relu/ })).toContainText("version 2");
  await expect(page.getByRole("link", { name: /Le sel/ })).toHaveCount(1);
  await page.goto(`${app.url}/books/${id}?chapitre=2`);
  await expect(page.getByText("Texte de Le sel, relu.")).toBeVisible();
  await page.getByRole("button", { name: "Version 2 sur 2" }).first().click();
  await page.getByRole("link", { name: "Version 1" }).first().click();
  await expect(page.getByText("Vous lisez la version 1 de ce livre")).toBeVisible();
  await expect(page.getByText("Texte de Le sel.")).toBeVisible();
  await page.getByRole("link", { name: /Chapitre suivant/ }).click();
  await expect(page).toHaveURL(/version=1.*chapitre=2/);
  await expect(page.getByRole("heading", { level: 1, name: "Deux" })).toBeVisible();
  await expect(page.getByText("Texte de Le sel.")).toBeVisible();
  await page.getByRole("link", { name: "la dernière est la version 2" }).click();
  await expect(page.getByText("Texte de Le sel, relu.")).toBeVisible();
  await page.goto(`${app.url}/books/${id}?version=3`);
  await expect(page.getByText("Cette version n’est pas dans la bibliothèque")).toBeVisible();
});
