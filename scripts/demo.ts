// `npm run demo -- --topic "…" --goal "…"`: makes one book through the real API, and ends when the webhook
// has been received and the book is stored.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { BookList, BookView } from "../lib/contract/book.ts";
import { JobCreated, JobView } from "../lib/contract/job.ts";
import { WebhookSettings } from "../lib/contract/webhook.ts";
import { loadDotenv } from "../lib/dotenv.ts";
import { env, InvalidEnvironment } from "../lib/env.ts";
import { freePort } from "../testing/machine/free-port.ts";
import { writeBook } from "./demo/book-file.ts";
import { createProgressBar } from "./demo/progress.ts";
import { ServerStopped, startServer } from "./demo/server.ts";
import { build, isBuilt } from "./setup/build.ts";

const root = path.resolve(import.meta.dirname, "..");
const receiver = "/api/webhooks/book-completion";

/** A failure with a French message for the person who typed the command. */
class DemoFailed extends Error {
  override name = "DemoFailed";
}

function readRequest() {
  const { values } = parseArgs({
    options: {
      topic: { type: "string", default: "L’histoire des phares de Bretagne" },
      goal: { type: "string", default: "Faire comprendre comment on a éclairé une côte dangereuse, et qui y a vécu" },
      title: { type: "string" },
      chapters: { type: "string" },
    },
  });
  const { chapters, ...request } = values;
  return { ...request, ...(chapters !== undefined && { chapters: Number(chapters) }) };
}

async function requestJson(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const body = await response.json();
  if (response.ok) return body;
  const details = body.issues?.map(
    (issue: { path: string; message: string }) => `\n  ${issue.path} : ${issue.message}`,
  );
  throw new DemoFailed(`${body.message ?? response.status}${details?.join("") ?? ""}`);
}

async function buildIfNeeded() {
  loadDotenv(root);
  process.env.ENVIRONMENT = "development";
  env();
  if (isBuilt()) return;
  console.info("🔨 Construction (une fois, une demi-minute environ)…");
  const { ok, output } = await build();
  if (!ok) throw new DemoFailed(`La construction a échoué :\n${output}`);
}

async function checkDestination(url: string) {
  const settings = WebhookSettings.parse(await requestJson(`${url}/api/webhook/settings`));
  if (settings.blocked) throw new DemoFailed(`L’envoi des webhooks est désactivé : ${settings.blocked}`);
  if (settings.config.url !== `${url}${receiver}`)
    throw new DemoFailed(
      `La page Webhook envoie les livres à ${settings.config.url}, pas à cette démonstration. Relancez-la avec DATA_DIR=.data-demo.`,
    );
}

async function waitForBook(url: string, jobId: string, onStatus: (job: JobView) => void): Promise<BookView> {
  for (;;) {
    const job = JobView.parse(await requestJson(`${url}/api/books/status/${jobId}`));
    onStatus(job);
    if (job.status === "failed" || job.status === "cancelled")
      throw new DemoFailed(`Le livre n’a pas pu être écrit : ${job.error ?? job.message}`);
    if (job.webhook.status === "failed" || job.webhook.status === "disabled")
      throw new DemoFailed("Le livre est écrit, mais son webhook n’a pas été reçu : voir le journal ci-dessus.");
    if (job.status === "completed") {
      const { items } = BookList.parse(await requestJson(`${url}/api/books?limit=20`));
      const book = items.find((item) => item.job_id === jobId);
      if (book && job.webhook.status === "delivered")
        return BookView.parse(await requestJson(`${url}/api/books/${book.id}`));
    }
    await sleep(250);
  }
}

async function makeBook(request: object) {
  await buildIfNeeded();
  const { PORT, DATA_DIR } = env();
  const port = await freePort(PORT);
  const url = `http://127.0.0.1:${port}`;
  const bar = createProgressBar();
  console.info("🚀 Démarrage de Sorami…");
  const server = await startServer(
    { ENVIRONMENT: "development", HOST: "127.0.0.1", PORT: String(port), WEBHOOK_URL: `${url}${receiver}` },
    (line) => /^\s*(📖|📡|🔒|✅|📚|❌|URL|Environnement|Réponse)/u.test(line) && bar.say(line),
  );
  const stop = async () => {
    bar.done();
    await server.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => stop().finally(() => process.exit(130)));
  try {
    await checkDestination(url);
    const body = JSON.stringify(request);
    const headers = { "Content-Type": "application/json" };
    const { job_id } = JobCreated.parse(
      await requestJson(`${url}/api/books/create`, { method: "POST", headers, body }),
    );
    const book = await waitForBook(url, job_id, (job) => {
      server.assertRunning();
      bar.show(job.progress, job.message);
    });
    return { book, file: await writeBook(DATA_DIR, book) };
  } finally {
    await stop();
  }
}

async function main() {
  const { book, file } = await makeBook(readRequest());
  const count = new Intl.NumberFormat("fr-FR");
  const shown = path.relative(process.cwd(), file);
  console.info(`
📚 « ${book.book_title} » : ${count.format(book.chapter_count)} chapitres, ${count.format(book.word_count)} mots, reçu par le webhook et rangé.

   Le lire ici       ${shown.startsWith("..") ? file : shown}
   Dans la page      npm start, puis http://localhost:${env().PORT}
`);
}

main().catch((error) => {
  const expected = [DemoFailed, ServerStopped, InvalidEnvironment].some((kind) => error instanceof kind);
  const badOption =
    String(error?.code).startsWith("ERR_PARSE_ARGS") &&
    '❌ Options : --topic "…" --goal "…" --title "…" --chapters 8, chacune suivie de sa valeur.';
  console.error(expected ? `❌ ${error.message}` : badOption || error);
  process.exit(1);
});
