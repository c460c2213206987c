// Notes when each book arrives, and answers its parent over IPC.
import { createServer } from "node:http";
import { listen } from "#testing/servers/loopback.ts";
import { monotonicMs } from "./receiver.ts";

type Awaited = { prefix: string; count: number };

/** Arrivals by prefix of the job's id, then by job and URL. */
const arrivals = new Map<string, Map<string, number>>();
let awaited: Awaited | undefined;

/** Answers once, when all have arrived: polling would slow down the sender that is measured. */
function answerWhenComplete() {
  const arrived = awaited && arrivals.get(awaited.prefix);
  if (!awaited || !arrived || arrived.size < awaited.count) return;
  awaited = undefined;
  process.send?.({ arrivals: [...arrived] });
}

function recordArrival(key: string) {
  const [prefix = ""] = key.split("-");
  const arrived = arrivals.get(prefix) ?? new Map<string, number>();
  arrivals.set(prefix, arrived);
  if (!arrived.has(key)) arrived.set(key, monotonicMs());
  answerWhenComplete();
}

const server = createServer((request, response) => {
  let firstChunk: Buffer | undefined;
  request.on("data", (chunk: Buffer) => {
    firstChunk ??= chunk;
  });
  request.on("end", () => {
    const { url = "" } = request;
    if (url === "/hang") return;
    const [, jobId = ""] = /"job_id":"([^"]+)"/.exec(firstChunk?.toString("utf8", 0, 200) ?? "") ?? [];
    recordArrival(`${jobId}${url.slice(url.indexOf("?") + 1 || url.length)}`);
    response.writeHead(200, { "Content-Type": "application/json" }).end('{"success":true}');
  });
});
process.on("message", (message: Awaited) => {
  awaited = message;
  answerWhenComplete();
});
process.on("disconnect", () => process.exit());
process.send?.({ port: await listen(server) });
