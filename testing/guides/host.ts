// Runs the JavaScript samples of a folder in one process, each as its platform would, and tells their origins.
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { createWorkflow } from "./n8n.ts";
import { type Handler, serveHandler } from "./web-server.ts";

const folder = process.argv[2] ?? "";
const load = (file: string) => import(pathToFileURL(path.join(folder, file)).href);

const served: Promise<string>[] = [];
const Deno = {
  env: { get: (name: string) => process.env[name] },
  serve: (handler: Handler) => served.push(serveHandler(handler)),
};
Object.assign(globalThis, { Deno });

const route = await load("route.ts");
await load("index.ts");
await load("recepteur.mjs");
const workflow = JSON.parse(readFileSync(path.join(folder, "n8n.json"), "utf8"));
const database = new pg.Pool({ connectionString: process.env.DATABASE_URL });
database.on("error", () => {});

process.on("disconnect", () => process.exit());
process.send?.({
  nextjs: await serveHandler(route.POST),
  supabase: await served[0],
  express: `http://127.0.0.1:${process.env.PORT}`,
  n8n: await serveHandler(createWorkflow(workflow, { database, env: process.env })),
});
