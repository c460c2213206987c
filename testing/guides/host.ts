// Runs the JavaScript samples of a folder in one process, as their platforms would, once with the variables of each door.
// A parent gives the folder and the doors as arguments, and is told the origins.
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { createWorkflow } from "./n8n.ts";
import { type Handler, serveHandler } from "./web-server.ts";

const [folder = "", doors = "{}"] = process.argv.slice(2);
const database = new pg.Pool({ connectionString: process.env.DATABASE_URL });
database.on("error", () => {});
const workflow = JSON.parse(readFileSync(path.join(folder, "n8n.json"), "utf8"));

let served: Handler | undefined;
const env = { get: (name: string) => process.env[name] };
const serve = (handler: Handler) => {
  served = handler;
};
Object.assign(globalThis, { Deno: { env, serve } });

async function open(door: string, variables: Record<string, string>) {
  Object.assign(process.env, variables);
  const load = (file: string) => import(`${pathToFileURL(path.join(folder, file)).href}?${door}`);
  const route: { POST: Handler } = await load("route.ts");
  await load("recepteur.mjs");
  await load("index.ts");
  if (!served) throw new Error("The sample for Supabase serves nothing");
  return {
    nextjs: (await serveHandler(route.POST)).origin,
    supabase: (await serveHandler(served)).origin,
    express: `http://127.0.0.1:${variables.PORT}`,
    n8n: (await serveHandler(createWorkflow(workflow, { database, env: variables }))).origin,
  };
}

const origins: Record<string, Awaited<ReturnType<typeof open>>> = {};
for (const [door, variables] of Object.entries<Record<string, string>>(JSON.parse(doors)))
  origins[door] = await open(door, variables);
process.on("disconnect", () => process.exit());
process.send?.(origins);
