import { setTimeout as sleep } from "node:timers/promises";
import { BookCardList } from "#lib/contract/book.ts";
import { startApp } from "#testing/app/app.ts";
import { createBook, getJson } from "#testing/app/jobs.ts";
import { freePort } from "#testing/machine/free-port.ts";
import { startModelServer } from "#testing/model/server.ts";
import { startSearchServer } from "#testing/servers/search.ts";
import { quantile } from "./quantile.ts";

const latencyMs = 1000;
const chapters = 8;
const books = 3;

/** Waits for a job's book, and returns when it was received. Polls seldom, so as not to slow what is measured. */
async function waitForReceipt(url: string, jobId: string): Promise<Date> {
  for (;;) {
    const { items } = BookCardList.parse(await getJson(`${url}/api/books/cards?job_id=${jobId}`));
    if (items[0]) return new Date(items[0].received_at);
    await sleep(500);
  }
}

/**
 * Measures a book of eight chapters, from its order to its receipt, with a model that takes one second per call and all
 * chapters written at once.
 * @returns `bookSeconds`, the median of three books after one that warms up, and `chainSeconds`, the time of the calls that
 * can only follow each other: notes, outline, one chapter
 */
export async function measureBook(): Promise<{ bookSeconds: number; chainSeconds: number }> {
  const model = await startModelServer({ latencyMs });
  const search = await startSearchServer();
  const env = {
    BOOK_MODEL: "openai-compatible:fake",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    RESEARCH: "on",
    SERPER_API_KEY: "fausse-clé",
    SERPER_BASE_URL: search.baseUrl,
    GENERATION_CONCURRENCY: String(chapters),
  };
  const app = await startApp({ port: await freePort(), env });
  const measureSeconds = async (topic: string) => {
    const beganAt = Date.now();
    const { id } = await createBook(app.url, topic, chapters);
    const receivedAt = await waitForReceipt(app.url, id);
    return (receivedAt.getTime() - beganAt) / 1000;
  };
  await measureSeconds("l’échauffement");
  const seconds: number[] = [];
  for (let nth = 0; nth < books; nth++) seconds.push(await measureSeconds("la vitesse"));
  const roles = new Set(model.journal.map(({ role }) => role));
  await Promise.all([app.close(), model.close(), search.close()]);
  return { bookSeconds: quantile(seconds, 0.5), chainSeconds: (roles.size * latencyMs) / 1000 };
}
