// A receiver that only notes when each book came: a process of its own, spoken to over IPC.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Arrivals by kind, then by job, in milliseconds of the system's monotonic clock. */
const arrivals = new Map<string, Map<string, number>>();
let awaited: { kind: string; count: number } | undefined;

/** Answers once, when all have come: asking again and again would slow down the sender that is measured. */
function answer() {
  const come = awaited && arrivals.get(awaited.kind);
  if (!awaited || !come || come.size < awaited.count) return;
  awaited = undefined;
  process.send?.({ arrivals: [...come] });
}

function note(jobId: string) {
  const [kind = ""] = jobId.split("-");
  const come = arrivals.get(kind) ?? new Map<string, number>();
  arrivals.set(kind, come);
  if (!come.has(jobId)) come.set(jobId, Number(process.hrtime.bigint()) / 1e6);
  answer();
}

const server = createServer((request, response) => {
  let first: Buffer | undefined;
  request.on("data", (chunk: Buffer) => {
    first ??= chunk;
  });
  request.on("end", () => {
    const { url = "" } = request;
    if (url === "/hang") return;
    const [, jobId = ""] = /"job_id":"([^"]+)"/.exec(first?.toString("utf8", 0, 200) ?? "") ?? [];
    note(`${jobId}${url.slice(url.indexOf("?") + 1 || url.length)}`);
    response.writeHead(200, { "Content-Type": "application/json" }).end('{"success":true}');
  });
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", (asked: { kind: string; count: number }) => {
  awaited = asked;
  answer();
});
process.on("disconnect", () => process.exit());
