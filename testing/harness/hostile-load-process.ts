// Sends to a hostile receiver and to a healthy one, whose URL is the argument, in a process of its own, and sends what
// that cost this process.
import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "#lib/http-client/request.ts";

const hostilePaths = ["hang", "drip", "big", "bomb", "headers"];
const requestsPerPath = 20;
const hostileTimeoutMs = 3000;
const healthyTimeoutMs = 30_000;
const body = Buffer.alloc(60_000, "{");
const [healthyUrl = ""] = process.argv.slice(2);

const post = (url: string, timeoutMs: number) =>
  send({ url, method: "POST", headers: {}, body, reach: { only: "loopback" }, timeoutMs, maxBytes: 64 * 1024 });

const residentMiB = () => process.memoryUsage().rss / 2 ** 20;

function residentMiBAfterCollection(): number {
  globalThis.gc?.();
  return residentMiB();
}

async function postToAllHostile(port: number) {
  const urls = hostilePaths.flatMap((name) => Array(requestsPerPath).fill(`http://127.0.0.1:${port}/${name}`));
  return Promise.all(urls.map((url) => post(url, hostileTimeoutMs)));
}

async function postToHealthyDuring(work: Promise<unknown>) {
  let isOver = false;
  work.finally(() => {
    isOver = true;
  });
  const durationsMs: number[] = [];
  let failed = 0;
  while (!isOver) {
    const exchange = await post(healthyUrl, healthyTimeoutMs);
    durationsMs.push(exchange.durationMs);
    if (!exchange.ok) failed += 1;
    await sleep(5);
  }
  return { durationsMs: durationsMs.sort((a, b) => a - b), failed };
}

const usedMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Processor time of one exchange with the healthy receiver, on this machine as busy as it is now. */
async function measureHealthyMs(): Promise<number> {
  const count = 200;
  const before = usedMs();
  for (let sent = 0; sent < count; sent++) await post(healthyUrl, healthyTimeoutMs);
  return (usedMs() - before) / count;
}

async function main() {
  const server = fork(path.resolve(import.meta.dirname, "../servers/hostile-receiver.ts"));
  const [port] = await once(server, "message");
  await postToAllHostile(port);
  await Promise.all(Array.from({ length: 100 }, () => post(healthyUrl, healthyTimeoutMs)));

  const healthyMsBefore = await measureHealthyMs();
  const beforeMiB = residentMiBAfterCollection();
  const loopDelay = monitorEventLoopDelay({ resolution: 10 });
  loopDelay.enable();
  const usedBeforeMs = usedMs();
  let peakMiB = beforeMiB;
  const sampling = setInterval(() => {
    peakMiB = Math.max(peakMiB, residentMiB());
  }, 20);
  const hostile = postToAllHostile(port).then(async (first) => [...first, ...(await postToAllHostile(port))]);
  const healthy = await postToHealthyDuring(hostile);
  const exchanges = await hostile;
  clearInterval(sampling);
  const cpuMs = usedMs() - usedBeforeMs;
  const afterMiB = residentMiBAfterCollection();
  const healthyMs = (healthyMsBefore + (await measureHealthyMs())) / 2;
  process.send?.({
    started: 2 * hostilePaths.length * requestsPerPath,
    ended: exchanges.length,
    longestMs: Math.max(...exchanges.map(({ durationMs }) => durationMs)),
    growthMiB: Math.round(Math.max(peakMiB, afterMiB) - beforeMiB),
    keptMiB: Math.round(afterMiB - beforeMiB),
    healthyFailed: healthy.failed,
    /** Longest delay of the event loop, whether this process or another one caused it. */
    lagMs: Math.round(loopDelay.max / 1e6),
    cpuMs: Math.round(cpuMs),
    /** Processor time of one exchange with a hostile receiver, in those with the healthy one. */
    hostileOverHealthy: (cpuMs / healthyMs - healthy.durationsMs.length) / exchanges.length,
    healthyCount: healthy.durationsMs.length,
    healthyP99Ms: healthy.durationsMs[Math.floor(healthy.durationsMs.length * 0.99)] ?? 0,
  });
  server.kill();
}

await main();
