// The one process of a self-hosted Sorami: checks the environment, opens the database, serves the pages,
// then works the queue. `--dev` serves with live reload.
import "./threads.ts";
import { createServer } from "node:http";
import path from "node:path";
import next from "next";
import { openDatabase } from "../lib/database/open.ts";
import { patiently } from "../lib/database/patience.ts";
import { loadDotenv } from "../lib/dotenv.ts";
import { type Env, env } from "../lib/env.ts";
import { StartRefused } from "../lib/errors.ts";
import { logger } from "../lib/logger.ts";
import { practise } from "../lib/practice/receiver.ts";
import { startQueue } from "../lib/queue/boss.ts";
import { startWorkers } from "../lib/workers.ts";
import { refuseAddress } from "./address.ts";
import { createBrotliPreference } from "./brotli.ts";
import { recordConsole } from "./console.ts";
import { closeGently } from "./linger.ts";
import { refuseMethod } from "./method.ts";

const root = path.resolve(import.meta.dirname, "..");
const dev = process.argv.includes("--dev");
// Next decides by NODE_ENV how it renders; the mode of Sorami is ENVIRONMENT, never NODE_ENV.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });

type Listening = { address: string; close: () => Promise<void> };

async function listen(): Promise<Listening> {
  const { PORT, HOST } = env();
  const server = createServer();
  const app = next({ dev, dir: root, hostname: HOST, port: PORT, httpServer: server });
  const handle = app.getRequestHandler();
  const preferBrotli = createBrotliPreference(root);
  server.on("request", (request, response) => {
    closeGently(request);
    if (refuseAddress(request, response) || refuseMethod(request, response) || practise(request, response)) return;
    if (!dev) preferBrotli(request, response);
    handle(request, response);
  });
  await app.prepare();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(PORT, HOST, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : PORT;
  return {
    address: `http://${HOST === "0.0.0.0" ? "localhost" : HOST}:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      if (!dev) await app.close();
    },
  };
}

const addressFaults: Record<string, (env: Env) => string> = {
  EADDRINUSE: ({ PORT }) => `PORT : le port ${PORT} est déjà pris, choisissez-en un autre.`,
  EACCES: ({ PORT }) => `PORT : le port ${PORT} est réservé, choisissez-en un au-dessus de 1023.`,
  EADDRNOTAVAIL: ({ HOST }) => `HOST : ${HOST} n’est pas une adresse de cette machine.`,
  ENOTFOUND: ({ HOST }) => `HOST : ${HOST} ne se résout pas.`,
};

const patienceMs = 10_000;
const closers: (() => Promise<void>)[] = [];
let stopping = false;

async function stop() {
  stopping = true;
  setTimeout(() => {
    logger.error("❌ Arrêt forcé : tout n’a pas pu se terminer à temps");
    process.exit(1);
  }, patienceMs).unref();
  for (const close of closers.reverse()) await close().catch((error) => logger.error(`❌ Arrêt : ${error}`));
  process.exit(0);
}

async function main() {
  loadDotenv(root);
  if (env().LOG_FORMAT === "json") recordConsole();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  closers.push(await openDatabase(root));
  // The queue before the routes that fill it; the workers last, since a deployment may send its books to itself.
  await patiently(() => startQueue("resident"));
  const { address, close } = await listen();
  closers.push(close);
  closers.push(await patiently(startWorkers));
  logger.info(`📖 Sorami est prêt : ${address}`);
}

main().catch((error) => {
  // What a start lacks that is being stopped is no fault.
  if (stopping) return;
  if (error instanceof StartRefused) console.error(error.message);
  else console.error(addressFaults[error?.code]?.(env()) ?? error);
  process.exit(1);
});
