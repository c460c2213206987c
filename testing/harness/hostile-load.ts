// Run by a test in a process of its own: sends to a hostile receiver and to a healthy one, and measures what it cost.
import { fork } from "node:child_process";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "#lib/http-client/request.ts";

const timeoutMs = 3000;
const body = Buffer.alloc(60_000, "{");
const [healthy = ""] = process.argv.slice(2);

const post = (url: string, limitMs = timeoutMs) =>
  send({
    url,
    method: "POST",
    headers: {},
    body,
    reach: { only: "loopback" },
    timeoutMs: limitMs,
    maxBytes: 64 * 1024,
  });

const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

async function wave(port: number, each: number) {
  const kinds = ["hang", "drip", "big", "bomb", "headers"];
  const urls = kinds.flatMap((kind) => Array(each).fill(`http://127.0.0.1:${port}/${kind}`));
  return Promise.all(urls.map((url) => post(url)));
}

async function main() {
  const server = fork(path.resolve(import.meta.dirname, "../servers/hostile.ts"));
  const port = await new Promise<number>((resolve) => server.once("message", (value) => resolve(Number(value))));
  await wave(port, 20);
  await Promise.all(Array.from({ length: 100 }, () => post(healthy, 30_000)));
  const before = memory();
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  const cpu = process.cpuUsage();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss / 2 ** 20);
  }, 20);
  const hostile = wave(port, 20).then((first) => wave(port, 20).then((second) => [...first, ...second]));
  let over = false;
  hostile.finally(() => {
    over = true;
  });
  const waits: number[] = [];
  let healthyFailed = 0;
  while (!over) {
    const exchange = await post(healthy, 30_000);
    waits.push(exchange.durationMs);
    if (!exchange.ok) healthyFailed += 1;
    await sleep(5);
  }
  const exchanges = await hostile;
  clearInterval(watch);
  const spent = process.cpuUsage(cpu);
  const after = memory();
  waits.sort((a, b) => a - b);
  process.send?.({
    started: 200,
    ended: exchanges.length,
    longestMs: Math.max(...exchanges.map(({ durationMs }) => durationMs)),
    growthMiB: Math.round(Math.max(peak, after) - before),
    keptMiB: Math.round(after - before),
    healthyFailed,
    /** How long the loop stood still at worst, by the machine's doing or ours, and what we worked in all. */
    lagMs: Math.round(lag.max / 1e6),
    cpuMs: Math.round((spent.user + spent.system) / 1000),
    healthyCount: waits.length,
    healthyP99Ms: waits[Math.floor(waits.length * 0.99)] ?? 0,
  });
  server.kill();
}

await main();
