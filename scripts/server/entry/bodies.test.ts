import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { reloadEnv } from "#lib/env.ts";
import { sendRaw } from "#testing/machine/raw-request.ts";
import { countBytes, head, mebibyte, openEntries, receiver, statusOf } from "./entries-for-tests.ts";
import { rememberOwnSockets } from "./own-sockets.ts";

const { connect, start } = openEntries();

const upload = (bytes: number) => head(`POST ${receiver}`, `Content-Length: ${bytes}`, "Connection: close");

/** A client that sends all of a body but its last byte. */
async function stall(port: number, bytes: number) {
  const socket = await connect(port, upload(bytes));
  socket.write(Buffer.alloc(bytes - 1));
  return socket;
}

test("les corps de ceux que rien n’atteste tiennent dans une borne, et un envoi honnête passe entre eux", async () => {
  for (const mode of ["production", "development"]) {
    vi.stubEnv("ENVIRONMENT", mode);
    reloadEnv();
    let most = 0;
    let now = 0;
    const { port } = await start({ maxHeldBodyBytes: 8 * mebibyte }, async (request, response) => {
      let mine = 0;
      request.on("data", (chunk) => {
        mine += chunk.length;
        now += chunk.length;
        most = Math.max(most, now);
      });
      request.on("error", () => {});
      request.on("close", () => {
        now -= mine;
      });
      request.on("end", () => response.end(`reçu ${mine}`));
    });
    await Promise.all(Array.from({ length: 40 }, () => stall(port, 2 * mebibyte)));
    await sleep(300);
    for (let nth = 0; nth < 10; nth++) {
      const began = performance.now();
      const text = `${upload(200_000)}${"a".repeat(200_000)}`;
      expect(await sendRaw(port, text)).toContain("reçu 200000");
      expect(performance.now() - began).toBeLessThan(3000);
    }
    // One more body, and what each connection brings at once.
    expect(most).toBeLessThan((8 + 2 + 41 / 16 + 1) * mebibyte);
  }
});

test("des envois honnêtes qui dépassent la borne à plusieurs attendent leur tour, et passent tous", async () => {
  const limits = { maxHeldBodyBytes: 8 * mebibyte, maxBodyBytesPerSecond: 64 * mebibyte };
  const { url } = await start(limits, async (request, response) => {
    await sleep(50);
    await countBytes(request, response);
  });
  const body = Buffer.alloc(3 * mebibyte);
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => (await fetch(url + receiver, { method: "POST", body })).text()),
  );
  expect(new Set(answers)).toEqual(new Set([`reçu ${body.length}`]));
});

test("rien derrière ne voit un envoi avant son dernier octet, et les octets y viennent tous", async () => {
  const seen: boolean[] = [];
  const { port } = await start({}, (request, response) => {
    seen.push(request.complete);
    return countBytes(request, response);
  });
  const bodies: [string, string[]][] = [
    ["Content-Length: 300000", ["a".repeat(100_000), "a".repeat(200_000)]],
    [
      "Transfer-Encoding: chunked",
      ["30d40\r\n", "a".repeat(200_000), "\r\n186a0\r\n", "a".repeat(100_000), "\r\n0\r\n\r\n"],
    ],
  ];
  for (const [framing, pieces] of bodies) {
    const socket = await connect(port, head(`POST ${receiver}`, framing));
    for (const piece of pieces) {
      expect(seen).toEqual([]);
      socket.write(piece);
      await sleep(30);
    }
    expect(String((await once(socket, "data"))[0])).toContain("reçu 300000");
    expect(seen.splice(0)).toEqual([true]);
    // The connection carries the next request, and another that came with it.
    socket.write(`${head(`POST ${receiver}`, "Content-Length: 3")}abc${head("GET /health")}`);
    await expect.poll(() => seen.length).toBe(2);
    seen.length = 0;
  }
  (await stall(port, 500_000)).destroy();
  await sleep(50);
  expect(seen).toEqual([]);
});

test("un corps qui arrive pendant que ses en-têtes sont jugés est reçu en entier", async () => {
  const slowly = async () => {
    await sleep(150);
    return { trusted: false };
  };
  const { port, url } = await start({}, countBytes, { checkBeforeBody: slowly });
  for (const bytes of [10, 70_000, 1_000_000, 5_000_000])
    expect(await sendRaw(port, `${upload(bytes)}${"a".repeat(bytes)}`)).toContain(`reçu ${bytes}`);
  const body = new ReadableStream({
    start(controller) {
      for (let nth = 0; nth < 8; nth++) controller.enqueue(Buffer.alloc(50_000));
      controller.close();
    },
  });
  const answer = await fetch(url + receiver, { method: "POST", body, duplex: "half" } as RequestInit);
  expect(await answer.text()).toBe("reçu 400000");
});

test("un corps plus grand qu’aucun ne peut l’être est donné tel quel, pour être refusé", async () => {
  const { port } = await start({ maxBodyBytes: 100_000 }, (request, response) =>
    response.writeHead(request.complete ? 200 : 413).end(),
  );
  const socket = await connect(port, head(`POST ${receiver}`, "Transfer-Encoding: chunked"));
  socket.write(`186a1\r\n${"a".repeat(100_001)}\r\n`);
  expect(statusOf(String((await once(socket, "data"))[0]))).toBe(413);
});

test("les octets d’inconnus ne viennent pas plus vite que leur débit, et un petit envoi n’attend pas les grands", async () => {
  const { port } = await start({ maxBodyBytesPerSecond: 4 * mebibyte, maxHeldBodyBytes: 64 * mebibyte });
  const began = performance.now();
  const large = Array.from({ length: 6 }, () =>
    sendRaw(port, `${upload(1.5 * mebibyte)}${"a".repeat(1.5 * mebibyte)}`).then(() => performance.now() - began),
  );
  await sleep(100);
  for (let nth = 0; nth < 5; nth++) {
    const from = performance.now();
    expect(await sendRaw(port, `${upload(100_000)}${"a".repeat(100_000)}`)).toContain("reçu 100000");
    expect(performance.now() - from).toBeLessThan(500);
  }
  const tookMs = await Promise.all(large);
  // 9 MiB, of which the first two at once, and the last of each is read whole.
  expect(Math.max(...tookMs)).toBeGreaterThan(2000);
});

test("qui a vu un webhook accepté sur sa connexion n’y est plus borné", async () => {
  const seen: boolean[] = [];
  const { port } = await start({}, (request, response) => {
    seen.push(request.complete);
    return countBytes(request, response);
  });
  const socket = await connect(port, `${head(`POST ${receiver}`, "Content-Length: 2")}ab`);
  await once(socket, "data");
  socket.write(`${head(`POST ${receiver}`, "Content-Length: 4")}ab`);
  await expect.poll(() => seen).toEqual([true, false]);
});

// The last: from then on every connection of this process is its own.
test("un déploiement qui s’envoie à lui-même ne se limite pas", async () => {
  rememberOwnSockets();
  const held: ServerResponse[] = [];
  const { port, connections } = await start({ maxPerClient: 5, maxInAll: 5 }, (_request, response) =>
    held.push(response),
  );
  await Promise.all(Array.from({ length: 40 }, () => connect(port, head("GET /health"))));
  await expect.poll(() => held.length).toBe(40);
  expect(await connections()).toBe(40);
});
