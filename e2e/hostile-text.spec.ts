import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { type App, startApp } from "#testing/app/app.ts";
import { receiveBook } from "#testing/app/receive-book.ts";
import { queuedMsOf } from "#testing/fuzz/process-state.ts";
import { watchCpuSteal } from "#testing/machine/event-loop.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { ChapterText } from "../lib/contract/reading.ts";

let model: ModelServer;
let app: App;
test.beforeAll(async () => {
  model = await startModelServer();
  app = await startApp({
    env: { BOOK_MODEL: "openai-compatible:essai", OPENAI_COMPATIBLE_BASE_URL: model.baseUrl },
  });
});
test.afterAll(async () => {
  await app.close();
  await model.close();
});

const maxWaitMs = 300;
const texts = {
  "64 ko de crochets": `# Un\n\n${"[".repeat(64 * 1024)}`,
  "8 ko de listes emboîtées": `# Un\n\n${"- ".repeat(4 * 1024)}a`,
  "8 ko de listes qui s’enfoncent": `# Un\n\n${Array.from({ length: 88 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")}`,
  "8 ko de citations emboîtées": `# Un\n\n${">".repeat(8 * 1024)} a`,
  "8 ko d’emphases ouvertes": `# Un\n\n${"*a_ ".repeat(2 * 1024)}`,
};

/** Asks for the health again and again. @returns what stops it, and how long it waited at most, by the app's own fault */
function watchHealth(app: App) {
  const steal = watchCpuSteal();
  let longestMs = 0;
  let watching = true;
  const asking = (async () => {
    while (watching) {
      const from = performance.now();
      const queuedMs = queuedMsOf(app.pid() ?? 0);
      expect((await fetch(`${app.url}/health`)).status).toBe(200);
      longestMs = Math.max(longestMs, steal.elapsedMs(from) - (queuedMsOf(app.pid() ?? 0) - queuedMs));
      await sleep(5);
    }
  })();
  return async () => {
    watching = false;
    await asking;
    steal.stop();
    return longestMs;
  };
}

type Chapter = { title: string; content: string };

/** Sends a book to an app and reads all of it, as a reader and an export do. @returns its chapters */
async function receiveAndRead(url: string, jobId: string, chapters: Chapter[]): Promise<ChapterText[]> {
  const bookId = await receiveBook(url, jobId, chapters);
  expect((await fetch(`${url}/books/${bookId}`)).status).toBe(200);
  const opened = await Promise.all(
    chapters.map(async (_chapter, index) => {
      const chapter = await fetch(`${url}/api/books/${bookId}/chapters/${index + 1}`);
      return ChapterText.parse(await chapter.json());
    }),
  );
  expect((await fetch(`${url}/api/books/${bookId}/markdown`)).status).toBe(200);
  return opened;
}

/** Orders a book and waits for its end. @returns the error of one that failed */
async function write(url: string): Promise<string> {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ topic: "Le sel", goal: "Comprendre", chapters: 3, words_per_chapter: 300 });
  const { job_id } = await (await fetch(`${url}/api/books/create`, { method: "POST", headers, body })).json();
  const statusOf = async () => (await fetch(`${url}/api/books/status/${job_id}`)).json();
  await expect.poll(async () => (await statusOf()).status, { timeout: 90_000 }).toMatch(/^(?:completed|failed)$/);
  return (await statusOf()).error ?? "";
}

const sound = { title: "Sain", content: "Un mot **gras**." };

test("reçu et ouvert, un chapitre qu’aucun lecteur de Markdown ne supporte se lit en texte brut, et rien n’attend", {
  tag: "@seul",
}, async () => {
  // Modules are loaded at their first use, which is not measured.
  await receiveAndRead(app.url, "sain", [sound]);
  const stop = watchHealth(app);
  const chapters = Object.entries(texts).map(([title, content]) => ({ title, content }));
  const opened = await receiveAndRead(app.url, "hostile", [...chapters, sound]);
  const longestMs = await stop();
  for (const { html } of opened.slice(0, -1)) expect(html).toContain('class="prose-plain"');
  expect(opened.at(-1)?.html).toBe("<p>Un mot <strong>gras</strong>.</p>");
  console.info(`plus longue attente de /health : ${Math.round(longestMs)} ms`);
  expect(longestMs).toBeLessThan(maxWaitMs);
});

test("répondus par un modèle, ils n’arrêtent rien : le travail finit ou échoue avec sa raison, et rien n’attend", {
  tag: "@seul",
}, async () => {
  const answers = Object.values(texts);
  expect(await write(app.url)).toBe("");
  const answered = ({ role }: { role: string }, nth: number) =>
    role === "chapter" ? { text: answers[nth % answers.length] ?? "" } : undefined;
  model.setScript(answered);
  const stop = watchHealth(app);
  const error = await write(app.url);
  const longestMs = await stop();
  expect(error).not.toContain("erreur interne");
  console.info(`plus longue attente de /health : ${Math.round(longestMs)} ms`);
  expect(longestMs).toBeLessThan(maxWaitMs);
});
