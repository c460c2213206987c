import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import net, { type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reloadEnv } from "#lib/env.ts";
import { sendRaw } from "#testing/machine/raw-request.ts";
import { closeServer, listen, readBody } from "#testing/servers/loopback.ts";
import { createEntry, type EntryOptions } from "./entry.ts";
import type { EntryLimits } from "./limits.ts";
import { rememberOwnSockets } from "./own-sockets.ts";

const token = "jeton-d-essai-0123456789";
const mebibyte = 1024 * 1024;
const receiver = "/api/webhooks/book-completion";
const methods: Record<string, string[]> = { [receiver]: ["GET", "HEAD", "POST"], "/api/books": ["GET", "HEAD"] };

const servers: Server[] = [];
const sockets: Socket[] = [];
beforeEach(() => {
  vi.stubEnv("ENVIRONMENT", "production");
  vi.stubEnv("ADMIN_TOKEN", token);
  reloadEnv();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map(closeServer));
  vi.unstubAllEnvs();
  reloadEnv();
});

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Says how many bytes came, as whatever stands behind the entry would once it has read them. */
const countBytes: Handle = async (request, response) => {
  const body = await readBody(request).catch(() => undefined);
  if (body) response.end(`reçu ${body.length}`);
};

async function start(
  limits: Partial<EntryLimits> = {},
  handle: Handle = countBytes,
  { judge }: Pick<EntryOptions, "judge"> = {},
) {
  const server = createEntry({ handle, methodsOf: (pathname) => methods[pathname], limits, ...(judge && { judge }) });
  servers.push(server);
  const port = await listen(server);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    connections: () => new Promise<number>((done) => server.getConnections((_error, count) => done(count))),
  };
}

async function connect(port: number, text = "", localAddress = "127.0.0.1"): Promise<Socket> {
  const socket = net.connect({ port, host: "127.0.0.1", localAddress });
  socket.on("error", () => {});
  sockets.push(socket);
  await once(socket, "connect");
  socket.write(text);
  return socket;
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1]);
const head = (line: string, ...headers: string[]) =>
  `${[`${line} HTTP/1.1`, "Host: x", ...headers].join("\r\n")}\r\n\r\n`;
const upgrade = ["Connection: Upgrade", "Upgrade: websocket"];

test.each([
  ["une page", head("GET /", ...upgrade), 401],
  ["une route", head("GET /api/jobs", ...upgrade), 401],
  ["la santé", head("GET /health", ...upgrade), 200],
  ["un fichier", head("GET /_next/static/x", ...upgrade), 200],
  ["le rechargement de développement", head("GET /_next/hmr?id=1", ...upgrade), 401],
  ["h2c, comme les clients de Java", head("GET /health", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c"), 200],
  ["avec un corps", `${head(`POST ${receiver}`, ...upgrade, "Content-Length: 4")}abcd`, 200],
  ["avec un corps qui n’arrive pas", head("POST /api/jobs", ...upgrade, "Content-Length: 4"), 401],
  ["par morceaux", `${head(`POST ${receiver}`, ...upgrade, "Transfer-Encoding: chunked")}1\r\na\r\n0\r\n\r\n`, 200],
  ["plusieurs protocoles", head("GET /health", "Connection: keep-alive, upgrade", "upgrade: foo/2, websocket"), 200],
  ["Upgrade sans Connection", head("GET /health", "Upgrade: websocket", "Connection: close"), 200],
  ["en HTTP/1.0", "GET /health HTTP/1.0\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", 200],
  ["CONNECT", head("CONNECT x:443"), 405],
  ["HTTP/2 d’emblée", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
  ["une méthode sans Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
])("Upgrade et ses pareils : %s reçoit une réponse, et la connexion se ferme", async (_name, text, status) => {
  const { port, connections } = await start();
  expect(statusOf(await sendRaw(port, text, { closedWithinMs: 3000 }))).toBe(status);
  await expect.poll(connections, { timeout: 3000 }).toBe(0);
});

test("cent demandes d’Upgrade abandonnées ne laissent aucune connexion", async () => {
  const { port, connections } = await start();
  await Promise.all(
    Array.from({ length: 100 }, async () => (await connect(port, head("GET /", ...upgrade))).destroySoon()),
  );
  await expect.poll(connections, { timeout: 5000 }).toBe(0);
});

test.each([
  ["TLS sur le port clair", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
  ["des octets au hasard", "\x00\x01\x02\x03\r\n\r\n", 400],
  ["SSH", "SSH-2.0-OpenSSH_9.9\r\n", 400],
  ["une version inconnue", "GET / HTTP/3.7\r\nHost: x\r\n\r\n", 400],
  ["deux longueurs", head(`POST ${receiver}`, "Content-Length: 1", "Content-Length: 2"), 400],
  ["longueur et morceaux", head(`POST ${receiver}`, "Content-Length: 1", "Transfer-Encoding: chunked"), 400],
  ["une longueur négative", head(`POST ${receiver}`, "Content-Length: -1"), 400],
  ["un morceau mal écrit", `${head(`POST ${receiver}`, "Transfer-Encoding: chunked")}zz\r\n`, 400],
  ["un nom d’en-tête avec une espace", head("GET /health", "X Y: z"), 400],
  ["trop d’en-têtes", head("GET /health", `X: ${"a".repeat(20_000)}`), 431],
  ["deux hôtes", head("GET /health", "Host: y"), 400],
  ["une cible sans chemin", head("GET *"), 400],
  ["une adresse qui n’est pas de l’UTF-8", head("GET /%ff", "Connection: close"), 400],
  ["une méthode inconnue", head("PROPFIND /", "Connection: close"), 405],
  ["un état de page mal encodé", head("GET /health", "Next-Router-State-Tree: %"), 400],
  ["un état de page d’une autre forme", head("GET /health", "RSC: 1", "Next-Router-State-Tree: [1]"), 400],
  ["une attente inconnue", head("POST /health", "Expect: miracle", "Content-Length: 3"), 417],
])("%s reçoit une réponse en JSON, et la connexion se ferme", async (_name, text, status) => {
  const { port } = await start();
  const answer = await sendRaw(port, text, { closedWithinMs: 8000 });
  expect(statusOf(answer)).toBe(status);
  const body = JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")));
  expect(body).toEqual({ error: expect.any(String), message: expect.stringMatching(/\.$/) });
  expect(answer).toMatch(/x-content-type-options: nosniff/i);
});

test("les en-têtes décident avant le corps : 405, puis 401, sans qu’un octet en soit attendu ni demandé", async () => {
  const { port } = await start();
  const cases: [string, number][] = [
    ["POST /api/books/create", 401],
    ["PUT /api/jobs/x/outline", 401],
    ["DELETE /", 401],
    ["POST /api/practice/reset", 401],
    ["POST /api/books", 405],
    [`PUT ${receiver}`, 405],
    [`TRACE ${receiver}`, 405],
  ];
  for (const [line, status] of cases)
    for (const framing of ["Content-Length: 52428800", "Transfer-Encoding: chunked"])
      for (const expectation of ["X: y", "Expect: 100-continue"]) {
        const answer = await sendRaw(port, head(line, framing, expectation), { closedWithinMs: 3000 });
        expect(statusOf(answer), `${line} ${framing} ${expectation}`).toBe(status);
        expect(answer).toMatch(/connection: close/i);
      }
});

/** Refuses by their headers those who do not show that they are wanted. */
const judge = async (headers: Headers) =>
  headers.has("x-wanted") ? { vouched: false } : Response.json({ error: "Unauthorized" }, { status: 401 });

test("100 Continue ne part qu’une fois le corps voulu", async () => {
  const { port } = await start({}, countBytes, { judge });
  const ask = (...more: string[]) =>
    head(`POST ${receiver}`, "Expect: 100-continue", "Content-Length: 2", ...more, "Connection: close");
  expect(statusOf(await sendRaw(port, ask(), { closedWithinMs: 3000 }))).toBe(401);
  const socket = await connect(port, ask("X-Wanted: 1"));
  const [first] = await once(socket, "data");
  expect(String(first)).toMatch(/^HTTP\/1\.1 100 /);
  socket.write("ab");
  expect(String((await once(socket, "data"))[0])).toContain("reçu 2");
});

test("un envoi que ses en-têtes condamnent est refusé sans qu’un octet en soit attendu, et rien derrière ne le voit", async () => {
  const handle = vi.fn(countBytes);
  const { port } = await start({}, handle, { judge });
  for (const framing of ["Content-Length: 5000000", "Transfer-Encoding: chunked"]) {
    const answer = await sendRaw(port, head(`POST ${receiver}`, framing), { closedWithinMs: 3000 });
    expect(statusOf(answer)).toBe(401);
    expect(answer).toContain('{"error":"Unauthorized"}');
  }
  expect(handle).not.toHaveBeenCalled();
});

test("une adresse absolue est son chemin, et son hôte l’hôte", async () => {
  const { port } = await start({}, (request, response) => response.end(`${request.headers.host} ${request.url}`));
  const ask = async (target: string) =>
    (await sendRaw(port, head(`GET ${target}`, "Connection: close"), { closedWithinMs: 3000 })).split("\r\n\r\n")[1];
  expect(await ask("http://exemple.fr:81/health?x=1")).toBe("exemple.fr:81 /health?x=1");
  expect(await ask("HTTP://exemple.fr/health")).toBe("exemple.fr /health");
  expect(await ask("http://exemple.fr/api/books")).toContain("ADMIN_TOKEN");
  expect(await ask("http://exemple.fr?x")).toContain("réservé");
});

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

test("une connexion gardée ouverte sans rien demander fait place comme les autres", async () => {
  const { port, connections } = await start({ maxPerClient: 10 });
  const answered = await Promise.all(Array.from({ length: 10 }, () => connect(port, head("GET /health"))));
  await Promise.all(answered.map((socket) => once(socket, "data")));
  await silentOnes(port, 5);
  await expect.poll(connections).toBe(10);
});

const silentOnes = (port: number, count: number, localAddress?: string) =>
  Promise.all(Array.from({ length: count }, () => connect(port, "GET", localAddress)));

test("les connexions lentes d’une adresse font place aux suivantes, et n’en prennent pas aux autres", async () => {
  const { port, url, connections } = await start({ maxPerClient: 20, maxInAll: 50 });
  await silentOnes(port, 100);
  await expect.poll(connections).toBe(20);
  for (let nth = 0; nth < 30; nth++) {
    const text = `${head(`POST ${receiver}`, "Content-Length: 4", "Connection: close")}abcd`;
    expect(await sendRaw(port, text, { closedWithinMs: 3000 })).toContain("reçu 4");
  }
  await silentOnes(port, 100, "127.0.0.2");
  await silentOnes(port, 100, "127.0.0.3");
  await expect.poll(connections).toBe(50);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test("ce qui est demandé en entier n’est pas fermé pour un autre ; qui montre le jeton n’est pas compté", async () => {
  const held: ServerResponse[] = [];
  const { port, connections } = await start({ maxPerClient: 10 }, (_request, response) => held.push(response));
  const vouched = await Promise.all(
    Array.from({ length: 30 }, () => connect(port, head("GET /api/jobs", `Authorization: Bearer ${token}`))),
  );
  await expect.poll(() => held.length).toBe(30);
  const asked = await Promise.all(Array.from({ length: 10 }, () => connect(port, head("GET /health"))));
  await expect.poll(() => held.length).toBe(40);
  const answer = await sendRaw(port, head("GET /health"), { closedWithinMs: 3000 });
  expect(statusOf(answer)).toBe(429);
  expect(answer).toContain("Retry-After: 1");
  await expect.poll(connections).toBe(40);
  for (const response of held) response.end("voici");
  for (const socket of [...vouched, ...asked]) expect(String((await once(socket, "data"))[0])).toContain("voici");
});

test("en développement, les connexions ne sont pas comptées", async () => {
  vi.stubEnv("ENVIRONMENT", "development");
  reloadEnv();
  const { port, connections } = await start({ maxPerClient: 5, maxInAll: 5 });
  await silentOnes(port, 40);
  await expect.poll(connections).toBe(40);
});

const forwarded = (name: string) => head("GET /health", `X-Forwarded-For: ${name}`);

test("X-Forwarded-For n’est cru que d’un mandataire connu", async () => {
  const seen: unknown[] = [];
  const handle: Handle = ({ headers }, response) => {
    seen.push([headers["x-forwarded-for"], headers["x-forwarded-host"], headers.forwarded, headers["x-real-ip"]]);
    response.end("ok");
  };
  const lies = ["X-Forwarded-For: 1.2.3.4", "X-FORWARDED-HOST: y", "Forwarded: for=1.2.3.4", "X-Real-IP: 1.2.3.4"];
  const text = head("GET /health", ...lies, "Connection: close");
  const unknown = await start({}, handle);
  await sendRaw(unknown.port, text);
  vi.stubEnv("TRUSTED_PROXIES", "10.0.0.0/8, 127.0.0.1");
  reloadEnv();
  const known = await start({}, handle);
  await sendRaw(known.port, text);
  expect(seen).toEqual([
    [undefined, undefined, undefined, undefined],
    ["1.2.3.4", "y", "for=1.2.3.4", "1.2.3.4"],
  ]);
});

test("derrière un mandataire connu, chaque client a ses limites, et ne se donne pas un autre nom", async () => {
  vi.stubEnv("TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8");
  reloadEnv();
  const held: ServerResponse[] = [];
  const { port } = await start({ maxPerClient: 4 }, (_request, response) => held.push(response));
  // The proxy wrote the last address; what stands before it is the client's own invention.
  for (let nth = 0; nth < 4; nth++) await connect(port, forwarded(`9.9.9.${nth}, 203.0.113.7, 10.0.0.1`));
  await expect.poll(() => held.length).toBe(4);
  const refused = await sendRaw(port, forwarded("8.8.8.8, 203.0.113.7"), { closedWithinMs: 3000 });
  expect(statusOf(refused)).toBe(429);
  await connect(port, forwarded("203.0.113.8"));
  await connect(port, forwarded("2001:db8:1:2::1"));
  await expect.poll(() => held.length).toBe(6);
  for (let nth = 2; nth < 5; nth++) await connect(port, forwarded(`2001:db8:1:2::${nth}`));
  await expect.poll(() => held.length).toBe(9);
  expect(statusOf(await sendRaw(port, forwarded("2001:db8:1:2:ffff::9"), { closedWithinMs: 3000 }))).toBe(429);
});

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
  const { url } = await start({ maxHeldBodyBytes: 8 * mebibyte }, async (request, response) => {
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
    return { vouched: false };
  };
  const { port, url } = await start({}, countBytes, { judge: slowly });
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
