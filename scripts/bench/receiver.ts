// A receiver that only notes when each book came: a process of its own, spoken to over IPC.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Arrivals by job, in milliseconds of the system's monotonic clock. */
const arrivals: Record<string, number> = {};

const server = createServer((request, response) => {
  let first: Buffer | undefined;
  request.on("data", (chunk: Buffer) => {
    first ??= chunk;
  });
  request.on("end", () => {
    const [, jobId = ""] = /"job_id":"([^"]+)"/.exec(first?.toString("utf8", 0, 200) ?? "") ?? [];
    arrivals[jobId] ??= Number(process.hrtime.bigint()) / 1e6;
    response.writeHead(200, { "Content-Type": "application/json" }).end('{"success":true}');
  });
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => process.send?.({ arrivals }));
process.on("disconnect", () => process.exit());
