import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cases, secrets } from "./cases.ts";
import { findPython, platforms, startReceivers } from "./receivers.ts";
import { readGuide, sampleOf } from "./samples.ts";
import { attempt } from "./sender.ts";

const python = findPython();
const names = {
  nextjs: "Next.js",
  express: "Express",
  supabase: "Supabase, sous un Deno réduit à ce que le guide emploie",
  n8n: "n8n, nœud par nœud",
  fastapi: python === "fastapi" ? "FastAPI, servi par uvicorn" : "FastAPI, réduit à ce que le guide emploie",
};
const running = platforms.filter((name) => name !== "fastapi" || python !== "none");

let receivers: Awaited<ReturnType<typeof startReceivers>>;
beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  receivers = await startReceivers({ secrets: `${secrets.current} ${secrets.old}`, hasPython: python !== "none" });
});
afterAll(() => receivers.close());

let count = 0;
describe.each(running)("%s", (name) => {
  test.each(Object.entries(cases))(`${names[name]}\u202f: %s`, async (_case, run) => {
    const receiver = receivers.receiver(name);
    count++;
    await run({
      ...receiver,
      jobId: `livre-${name}-${count}`,
      deliver: (event, sending) => attempt(receiver.urls.signed, event, { secrets: secrets.current, ...sending }),
    });
  });
});

if (python === "none")
  test("Python ≥ 3.10 manque ici\u202f: l’exemple de FastAPI est là, sans avoir tourné", () => {
    expect(sampleOf("fastapi.md", "python")).toContain("app = FastAPI()");
  });

test.each(["anon", "authenticated"])("dans Supabase, la clé publique n’atteint rien (%s)", async (role) => {
  const forged = `select sorami_receive('evt_x', 'x', '{ "job_id": "x", "status": "failed", "timestamp": "2026-01-01" }')`;
  for (const sql of [forged, "select * from sorami_events", "select * from sorami_books"])
    await expect(receivers.queryAs(role, sql)).rejects.toThrow("permission denied");
});

test("le code que montre le guide de n8n est celui du processus à importer", () => {
  const workflow = JSON.parse(readGuide("n8n.json"));
  const code = workflow.nodes.map(({ parameters }: { parameters: { jsCode?: string } }) => parameters.jsCode);
  expect(code).toContain(sampleOf("n8n.md", "js").trimEnd());
});

test("les exemples en TypeScript passent son contrôle le plus strict", async () => {
  const tsc = path.join(receivers.folder, "node_modules/typescript/bin/tsc");
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", receivers.folder]).catch((error) => error);
  expect(stdout).toBe("");
});
