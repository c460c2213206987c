import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { appsOfEachTest } from "#testing/app/apps.ts";
import { watchCpuSteal } from "#testing/machine/event-loop.ts";
import { startModelServer } from "#testing/model/server.ts";
import { ChapterText } from "../lib/contract/reading.ts";

const start = appsOfEachTest();

const maxWaitMs = 300;
const texts = {
  "64 ko de crochets": `# Un\n\n${"[".repeat(64 * 1024)}`,
  "8 ko de listes emboîtées": `# Un\n\n${"- ".repeat(4 * 1024)}a`,
  "8 ko de listes qui s’enfoncent": `# Un\n\n${Array.from({ length: 88 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")}`,
  "8 ko de citations emboîtées": `# Un\n\n${">".repeat(8 * 1024)} a`,
  "8 ko d’emphases ouvertes": `# Un\n\n${"*a_ ".repeat(2 * 1024)}`,
};

/** Asks for the health again and again. `stop` answers how long it waited at most, without what others on the machine took. */
function watchHealth(url: string) {
  const stolen = watchCpuSteal();
  let longestMs = 0;
  let watching = true;
  const asking = (async () => {
    while (watching) {
      const from = performance.now();
      expect((await fetch(`${url}/health`)).status).toBe(200);
      longestMs = Math.max(longestMs, stolen.elapsedMs(from));
      await sleep(5);
    }
  })();
  return async () => {
    watching = false;
    await asking;
    stolen.stop();
    return longestMs;
  };
}

async function receive(url: string, chapters: { title: string; content: string }[]): Promise<string> {
  const at = new Date().toISOString();
  const book_data = {
    book_title: "Le sel",
    topic: "Le sel",
    goal: "Comprendre",
    outline: [],
    chapters,
    generated_at: at,
    word_count: 100,
    chapter_count: chapters.length,
  };
  const body = JSON.stringify({ job_id: "hostile", status: "completed", timestamp: at, book_data });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${url}/api/webhooks/book-completion`, { method: "POST", headers, body });
  return (await answer.json()).book_id;
}

test("reçu et ouvert, un chapitre qu’aucun lecteur de Markdown ne supporte se lit en texte brut, et rien n’attend", async () => {
  const app = await start({ env: { BOOK_MODEL: "demo" } });
  await fetch(`${app.url}/health`);
  const stop = watchHealth(app.url);
  const chapters = Object.entries(texts).map(([title, content]) => ({ title, content }));
  const id = await receive(app.url, [...chapters, { title: "Sain", content: "Un mot **gras**." }]);
  expect((await fetch(`${app.url}/books/${id}`)).status).toBe(200);
  const opened = await Promise.all(
    [...chapters, {}].map(async (_chapter, index) => {
      const answer = await fetch(`${app.url}/api/books/${id}/chapters/${index + 1}`);
      return ChapterText.parse(await answer.json());
    }),
  );
  for (const { html } of opened.slice(0, -1)) expect(html).toContain('class="prose-plain"');
  expect(opened.at(-1)?.html).toBe("<p>Un mot <strong>gras</strong>.</p>");
  expect((await fetch(`${app.url}/api/books/${id}/markdown`)).status).toBe(200);
  const longestMs = await stop();
  console.info(`plus longue attente de /health : ${Math.round(longestMs)} ms`);
  expect(longestMs).toBeLessThan(maxWaitMs);
});

test("répondus par un modèle, ils n’arrêtent rien : le travail finit ou échoue avec sa raison, et rien n’attend", async () => {
  const answers = Object.values(texts);
  const model = await startModelServer({
    script: ({ role }, nth) => (role === "chapter" ? { text: answers[nth % answers.length] ?? "" } : undefined),
  });
  const app = await start({
    env: { BOOK_MODEL: "openai-compatible:essai", OPENAI_COMPATIBLE_BASE_URL: model.baseUrl },
  });
  await fetch(`${app.url}/health`);
  const stop = watchHealth(app.url);
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ topic: "Le sel", goal: "Comprendre", chapters: 3, words_per_chapter: 300 });
  const { job_id } = await (await fetch(`${app.url}/api/books/create`, { method: "POST", headers, body })).json();
  const statusOf = async () => (await (await fetch(`${app.url}/api/books/status/${job_id}`)).json()).status;
  await expect.poll(statusOf, { timeout: 90_000 }).toMatch(/^(?:completed|failed)$/);
  const { error } = await (await fetch(`${app.url}/api/books/status/${job_id}`)).json();
  expect(error ?? "").not.toContain("erreur interne");
  const longestMs = await stop();
  console.info(`plus longue attente de /health : ${Math.round(longestMs)} ms`);
  expect(longestMs).toBeLessThan(maxWaitMs);
  await model.close();
});
