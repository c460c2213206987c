import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "../app/app.ts";
import { servedRoutes } from "../app/routes.ts";
import { watchCpuSteal } from "../machine/event-loop.ts";
import { descriptorsOf, residentMiBOf } from "./process-state.ts";
import { type Asked, type FuzzOptions, fuzzedRequests } from "./requests.ts";

const parallel = 8;
const answerTimeoutMs = 8000;
const healthEveryMs = 50;
const settleMs = 7000;

export type Fuzzed = {
  requests: number;
  statuses: Record<string, number>;
  /** What must not be: each says what was asked, as a JSON string of its first bytes. */
  faults: string[];
  slowestHealthMs: number;
  descriptors: number;
  memoryMiB: number;
};

const stack = /^\s+at .*[:(]\d+|"stack":|node_modules\//m;

/** The `5xx` that the contract names: a test whose target fails, and an upload that makes room for others. */
const isNamed = (status: number, { path }: Asked) =>
  (status === 502 && /\/test\/?(\?|$)/.test(path)) || (status === 503 && /book-completion/.test(path));

function ask(port: number, { bytes }: Asked): Promise<{ answer: string; open: boolean }> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = net.connect(port, "127.0.0.1");
    const end = (open: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ answer, open });
    };
    const timer = setTimeout(() => end(true), answerTimeoutMs);
    socket.setEncoding("latin1");
    socket.on("data", (data) => {
      if (answer.length < 100_000) answer += data;
    });
    // Done writing: whatever was asked, the server must now answer what it can, and close.
    socket.on("connect", () => socket.end(bytes));
    socket.on("error", () => {});
    socket.on("close", () => end(false));
  });
}

function faultIn(asked: Asked, { answer, open }: { answer: string; open: boolean }): string | undefined {
  if (open) return `toujours ouverte après ${answerTimeoutMs} ms`;
  for (const [, status = ""] of answer.matchAll(/^HTTP\/1\.1 (\d{3}) /gm))
    if (status.startsWith("5") && !isNamed(Number(status), asked)) return `réponse ${status}`;
  return stack.test(answer) ? "une pile dans la réponse" : undefined;
}

async function readMethods(url: string): Promise<Map<string, string[]>> {
  const read = servedRoutes().map(async ({ path }): Promise<[string, string[]]> => {
    const { headers } = await fetch(url + path, { method: "PROPFIND" });
    return [path, headers.get("allow")?.split(", ") ?? []];
  });
  return new Map(await Promise.all(read));
}

/** Asks for health all the while. Time that other processes took from this one does not count. */
function watchHealth(url: string) {
  const clock = watchCpuSteal();
  let slowestMs = 0;
  let over = false;
  const watching = (async () => {
    while (!over) {
      const from = performance.now();
      const { ok } = await fetch(`${url}/health`).catch(() => ({ ok: false }));
      slowestMs = Math.max(slowestMs, ok ? clock.elapsedMs(from) : Number.POSITIVE_INFINITY);
      await sleep(healthEveryMs);
    }
  })();
  return async () => {
    over = true;
    await watching;
    clock.stop();
    return Math.round(slowestMs);
  };
}

export async function fuzz(app: App, options: FuzzOptions): Promise<Fuzzed> {
  const pid = app.pid() ?? 0;
  const all = fuzzedRequests(options, await readMethods(app.url));
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  const send = async (asked: Asked) => {
    const seen = await ask(app.port, asked);
    const status = /^HTTP\/1\.1 (\d{3})/.exec(seen.answer)?.[1] ?? "aucune";
    statuses[status] = (statuses[status] ?? 0) + 1;
    const fault = faultIn(asked, seen);
    if (fault) faults.push(`${fault} : ${JSON.stringify(asked.bytes.subarray(0, 400).toString("latin1"))}`);
  };
  const share = async (queue: Asked[]) => {
    const work = async () => {
      for (let asked = queue.shift(); asked; asked = queue.shift()) await send(asked);
    };
    await Promise.all(Array.from({ length: parallel }, work));
  };
  // The first requests load every route, once.
  await share(all.splice(0, Math.floor(all.length / 4)));
  const before = { descriptors: descriptorsOf(pid), memory: residentMiBOf(pid), lines: app.lines().length };
  const stop = watchHealth(app.url);
  await share(all);
  const slowestHealthMs = await stop();
  await sleep(settleMs);
  for (const line of app.lines().slice(before.lines))
    if (stack.test(line)) faults.push(`une pile dans le journal : ${line.slice(0, 400)}`);
  return {
    requests: options.count,
    statuses,
    faults,
    slowestHealthMs,
    descriptors: descriptorsOf(pid) - before.descriptors,
    memoryMiB: Math.round(residentMiBOf(pid) - before.memory),
  };
}
