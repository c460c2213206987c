import { setTimeout as sleep } from "node:timers/promises";
import { BookCardList } from "#lib/contract/book.ts";
import { startApp } from "#testing/app/app.ts";
import { createBook, getJson } from "#testing/app/jobs.ts";
import { startSearchServer } from "#testing/chaos/search-server.ts";
import { freePort } from "#testing/machine/free-port.ts";
import { startModelServer } from "#testing/model/server.ts";

const latencyMs = 1000;
const books = 3;

/** When a job's book was received. Asked for seldom, so that looking does not slow what is measured. */
async function received(url: string, jobId: string): Promise<Date> {
  for (;;) {
    const { items } = BookCardList.parse(await getJson(`${url}/api/books/cards?job_id=${jobId}`));
    if (items[0]) return new Date(items[0].received_at);
    await sleep(500);
  }
}

/**
 * How long an eight-chapter book takes, from the request until it is received, when every call to the model takes
 * one second and all chapters may be written at once: the median of three, after one that warms the process up.
 * @returns seconds, and the seconds of the calls that can only follow each other: notes, outline, a chapter
 */
export async function measureBook(): Promise<{ wall: number; chain: number }> {
  const model = await startModelServer({ latencyMs });
  const search = await startSearchServer(0);
  const env = {
    BOOK_MODEL: "openai-compatible:fake",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    RESEARCH: "on",
    SERPER_API_KEY: "fausse-clé",
    SERPER_BASE_URL: search.baseUrl,
    GENERATION_CONCURRENCY: "8",
  };
  const app = await startApp({ port: await freePort(), env });
  const seconds = async (topic: string) => {
    const began = Date.now();
    const at = await received(app.url, (await createBook(app.url, topic, 8)).id);
    return (at.getTime() - began) / 1000;
  };
  await seconds("l’échauffement");
  const walls: number[] = [];
  for (let nth = 0; nth < books; nth++) walls.push(await seconds("la vitesse"));
  const wall = walls.sort((a, b) => a - b)[Math.floor(books / 2)] ?? Number.NaN;
  const roles = new Set(model.journal.map(({ role }) => role));
  await Promise.all([app.close(), model.close(), search.close()]);
  return { wall, chain: (roles.size * latencyMs) / 1000 };
}
