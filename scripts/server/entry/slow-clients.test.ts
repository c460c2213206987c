import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { reloadEnv } from "#lib/env.ts";
import { sendRaw } from "#testing/machine/raw-request.ts";
import { head, mebibyte, openEntries, receiver, statusOf } from "./entries-for-tests.ts";

const { connect, start } = openEntries();

const slow = {
  "se tait": "",
  "s’arrête dans la première ligne": "GE",
  "s’arrête dans ses en-têtes": "GET /health HTTP/1.1\r\nHost: x\r\n",
  "n’envoie pas son corps": head(`POST ${receiver}`, "Content-Length: 10"),
  "s’arrête dans son corps": `${head(`POST ${receiver}`, "Content-Length: 10")}abc`,
  "s’arrête entre deux morceaux": `${head(`POST ${receiver}`, "Transfer-Encoding: chunked")}1\r\na\r\n`,
  "reste après sa réponse": head("GET /health"),
  "reste après un refus": head("GET /api/jobs"),
  "reste après un refus et son corps": `${head("POST /api/jobs", "Content-Length: 4")}ab`,
};
const dripping = [
  "GET /health HTTP/1.1\r\nHost: x\r\nX: ",
  head(`POST ${receiver}`, "Content-Length: 1000"),
  `${head(`POST ${receiver}`, "Transfer-Encoding: chunked")}3E8\r\n`,
];

test.each(["production", "development"])("en %s, un client lent ou muet est fermé à temps", async (mode) => {
  vi.stubEnv("ENVIRONMENT", mode);
  reloadEnv();
  const limits = { headersTimeoutMs: 300, requestTimeoutMs: 600, keepAliveTimeoutMs: 300, stalledTimeoutMs: 800 };
  const { port, connections } = await start(limits);
  const began = performance.now();
  const closed = Object.entries(slow).map(async ([name, text]) => {
    await sendRaw(port, text, { closedWithinMs: 5000 }).catch((error) => {
      throw new Error(`un client qui ${name} : ${error.message}`);
    });
  });
  const timedOut = dripping.map(async (text) => {
    const socket = await connect(port, text);
    const drip = setInterval(() => socket.write("a"), 50);
    const [answer] = await once(socket, "data");
    clearInterval(drip);
    return statusOf(String(answer));
  });
  expect(await Promise.all(timedOut)).toEqual([408, 408, 408]);
  await Promise.all(closed);
  await expect.poll(connections, { timeout: 3000 }).toBe(0);
  expect(performance.now() - began).toBeLessThan(5000);
});

test("qui ne lit pas sa réponse est fermé, qui attend la nôtre ne l’est pas", async () => {
  const { port, connections } = await start({ stalledTimeoutMs: 500 }, async (request, response) => {
    if (request.url === "/health") await sleep(1200);
    response.end(Buffer.alloc(request.url === "/health" ? 1 : 64 * mebibyte));
  });
  const patient = fetch(`http://127.0.0.1:${port}/health`);
  const deaf = await connect(port, head("GET /_next/static/x"));
  deaf.pause();
  await expect.poll(connections).toBe(2);
  expect((await patient).status).toBe(200);
  await expect.poll(connections, { timeout: 5000 }).toBeLessThanOrEqual(1);
});

test("une connexion n’envoie pas mille requêtes d’avance", async () => {
  let asked = 0;
  const { port } = await start({ maxPipelined: 16 }, () => {
    asked += 1;
  });
  await sendRaw(port, head("GET /health").repeat(1000), { closedWithinMs: 3000 });
  expect(asked).toBeLessThanOrEqual(16);
});
