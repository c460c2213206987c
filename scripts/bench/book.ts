import { arrived, createBook, observeUntil } from "../../e2e/chaos/jobs.ts";
import { startApp } from "../../e2e/fixtures/app.ts";
import { startModelServer } from "../../e2e/fixtures/model-server.ts";
import { freePort } from "../setup/free-port.ts";

const latencyMs = 1000;

/**
 * How long an eight-chapter book takes, from the request until it is received, when every call to the model takes
 * one second and all chapters may be written at once.
 * @returns seconds, and the seconds of the calls that can only follow each other
 */
export async function measureBook(): Promise<{ wall: number; chain: number }> {
  const model = await startModelServer({ latencyMs });
  const env = {
    BOOK_MODEL: "openai-compatible:fake",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    GENERATION_CONCURRENCY: "8",
  };
  const app = await startApp({ port: await freePort(), env });
  const warm = await createBook(app.url, "l’échauffement", 1);
  await observeUntil(app.url, warm, { reached: arrived });
  model.journal.length = 0;
  const began = performance.now();
  const job = await createBook(app.url, "la vitesse", 8);
  await observeUntil(app.url, job, { reached: arrived });
  const wall = (performance.now() - began) / 1000;
  const roles = new Set(model.journal.map(({ role }) => role));
  await app.close();
  await model.close();
  return { wall, chain: (roles.size * latencyMs) / 1000 };
}
