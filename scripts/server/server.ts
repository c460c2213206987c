// The process of a self-hosted Sorami: checks the environment, opens the database, serves the pages and works the queue.
import next from "next";
import { openDatabase } from "../../lib/database/open.ts";
import { retryOnceServerAnswers } from "../../lib/database/wait-for-server.ts";
import { loadDotenv } from "../../lib/dotenv.ts";
import { type Env, env } from "../../lib/env.ts";
import { StartRefused } from "../../lib/errors.ts";
import { checkBeforeBody } from "../../lib/library/check-headers.ts";
import { logger } from "../../lib/logger.ts";
import { servePractice } from "../../lib/practice/receiver.ts";
import { startQueue } from "../../lib/queue/boss.ts";
import { createBrotliPreference } from "../brotli.ts";
import { createEntry } from "./entry/entry.ts";
import { readMethods } from "./entry/methods.ts";
import { rememberOwnSockets } from "./entry/own-sockets.ts";
import { recordConsole } from "./record-console.ts";

type Options = { root: string; dev: boolean };
type Pages = ReturnType<typeof createPages>;

function createPages({ root, dev }: Options) {
  const { PORT, HOST } = env();
  const preferBrotli = createBrotliPreference(root);
  const server = createEntry({
    methodsOf: readMethods(root),
    checkBeforeBody,
    ...(dev && { upgrades: /^\/_next\/hmr/ }),
    handle(request, response) {
      if (servePractice(request, response)) return;
      if (!dev) preferBrotli(request, response);
      handle(request, response);
    },
  });
  const app = next({ dev, dir: root, hostname: HOST, port: PORT, httpServer: server });
  const handle = app.getRequestHandler();
  return {
    server,
    prepare: () => app.prepare(),
    async close() {
      server.close();
      server.closeAllConnections();
      if (!dev) await app.close();
    },
  };
}

/** Node's 511 overflow when many come back at once, and the system then makes everybody else wait for seconds. */
const maxQueuedConnections = 4096;

/** Listens on HOST and PORT. @returns the address, as a person would type it */
async function listen({ server }: Pages): Promise<string> {
  const { PORT, HOST } = env();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port: PORT, host: HOST, backlog: maxQueuedConnections }, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : PORT;
  return `http://${HOST === "0.0.0.0" ? "localhost" : HOST}:${port}`;
}

const addressFaults: Record<string, (env: Env) => string> = {
  EADDRINUSE: ({ PORT }) => `PORT : le port ${PORT} est déjà pris, choisissez-en un autre.`,
  EACCES: ({ PORT }) => `PORT : le port ${PORT} est réservé, choisissez-en un au-dessus de 1023.`,
  EADDRNOTAVAIL: ({ HOST }) => `HOST : ${HOST} n’est pas une adresse de cette machine.`,
  ENOTFOUND: ({ HOST }) => `HOST : ${HOST} ne se résout pas.`,
};

const stopTimeoutMs = 10_000;
const closers: (() => Promise<void>)[] = [];
let stopping = false;

async function stop() {
  stopping = true;
  setTimeout(() => {
    logger.error("❌ Arrêt forcé : tout n’a pas pu se terminer à temps");
    process.exit(1);
  }, stopTimeoutMs).unref();
  for (const close of closers.reverse()) await close().catch((error) => logger.error(`❌ Arrêt : ${error}`));
  process.exit(0);
}

async function openStorage(root: string) {
  closers.push(await openDatabase(root));
  // Starts before the routes that fill it.
  await retryOnceServerAnswers(() => startQueue("resident"));
}

/** Loads the workers last: a deployment may send its books to itself, and pages do not need their modules. */
async function startWorkers() {
  const workers = await import("../../lib/workers.ts");
  closers.push(await retryOnceServerAnswers(workers.startWorkers));
}

async function start(options: Options) {
  loadDotenv(options.root);
  // In development the terminal shows what Next colours.
  if (!options.dev || env().LOG_FORMAT === "json") recordConsole();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  rememberOwnSockets();
  const opened = openStorage(options.root);
  // In development Next refuses a second server with its own message: the lock on DATA_DIR must refuse it first.
  if (options.dev) await opened;
  const pages = createPages(options);
  await Promise.all([opened, pages.prepare()]);
  const address = await listen(pages);
  closers.push(pages.close);
  await startWorkers();
  logger.info(`📖 Sorami est prêt : ${address}`);
}

/** The console as it was before the log took it. */
const complain = console.error.bind(console);

/** Starts everything, or ends the process with a message. */
export function serve(options: Options) {
  start(options).catch((error) => {
    // A start that is being stopped may fail in any way.
    if (stopping) return;
    if (error instanceof StartRefused) complain(error.message);
    else complain(addressFaults[error?.code]?.(env()) ?? error);
    process.exit(1);
  });
}
