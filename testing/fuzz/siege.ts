import { spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { setPriority } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "../app/app.ts";
import { watchCpuSteal } from "../machine/event-loop.ts";
import { queuedMsOf, residentMiBOf } from "./process-state.ts";

const slowClients = 500;
const strangers = 200;
const everyMs = 100;
const settleMs = 2000;
const lowestPriority = 19;

export type Siege = { quietP99Ms: number; besiegedP99Ms: number; grownMiB: number; refused: number };

function bookOf(id: string): string {
  const at = new Date().toISOString();
  const chapters = [{ title: "Un", content: `# Un\n\n${"Un mot. ".repeat(8000)}` }];
  const book_data = { book_title: "Le siège", topic: "t", goal: "g", outline: [], chapters };
  const counts = { generated_at: at, word_count: 1, chapter_count: 1 };
  return JSON.stringify({ job_id: id, status: "completed", timestamp: at, book_data: { ...book_data, ...counts } });
}

async function deliver(url: string, secret: string): Promise<boolean> {
  const id = randomUUID();
  const body = bookOf(id);
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", secret).update(`${id}.${at}.${body}`).digest("base64");
  const signed = { "webhook-id": id, "webhook-timestamp": String(at), "webhook-signature": `v1,${signature}` };
  const headers = { "Content-Type": "application/json", ...signed };
  const response = await fetch(`${url}/api/webhooks/book-completion`, { method: "POST", headers, body });
  await response.arrayBuffer();
  return response.ok;
}

/**
 * Delivers at a steady pace. Time that other processes took from this one or from the app does not count: real besiegers
 * are elsewhere.
 */
async function deliverMany(app: App, { secret, count }: { secret: string; count: number }) {
  const pid = app.pid() ?? 0;
  const clock = watchCpuSteal();
  const tookMs: number[] = [];
  let refused = 0;
  const one = async () => {
    const from = performance.now();
    const queuedMs = queuedMsOf(pid);
    const accepted = await deliver(app.url, secret).catch(() => false);
    if (!accepted) refused += 1;
    const to = performance.now();
    // The two may have waited at the same time.
    tookMs.push(Math.min(clock.elapsedMs(from, to), to - from - (queuedMsOf(pid) - queuedMs)));
  };
  const all: Promise<void>[] = [];
  for (let nth = 0; nth < count; nth++) {
    all.push(one());
    await sleep(everyMs);
  }
  await Promise.all(all);
  clock.stop();
  const p99Ms = tookMs.toSorted((left, right) => left - right)[Math.ceil(0.99 * count) - 1] ?? 0;
  return { p99Ms: Math.round(p99Ms), refused };
}

export async function besiege(app: App, { secret, count }: { secret: string; count: number }): Promise<Siege> {
  const pid = app.pid() ?? 0;
  await deliverMany(app, { secret, count: 50 });
  const quiet = await deliverMany(app, { secret, count });
  const before = residentMiBOf(pid);
  const script = path.join(import.meta.dirname, "siege-process.ts");
  const args = [script, app.port, slowClients, strangers].map(String);
  const besiegers = spawn(process.execPath, args, { stdio: "inherit" });
  // Real ones are elsewhere, and take no processor from those whom they besiege.
  if (besiegers.pid) setPriority(besiegers.pid, lowestPriority);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentMiBOf(pid));
  }, 50);
  try {
    await sleep(settleMs);
    const besieged = await deliverMany(app, { secret, count });
    const refused = quiet.refused + besieged.refused;
    return { quietP99Ms: quiet.p99Ms, besiegedP99Ms: besieged.p99Ms, grownMiB: Math.round(most - before), refused };
  } finally {
    clearInterval(timer);
    besiegers.kill("SIGKILL");
  }
}
