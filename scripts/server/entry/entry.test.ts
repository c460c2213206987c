import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { sendRaw } from "#testing/machine/raw-request.ts";
import { countBytes, head, openEntries, receiver, statusOf } from "./entries-for-tests.ts";

const { connect, start } = openEntries();

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
const checkBeforeBody = async (headers: Headers) =>
  headers.has("x-wanted") ? { trusted: false } : Response.json({ error: "Unauthorized" }, { status: 401 });

test("100 Continue ne part qu’une fois le corps voulu", async () => {
  const { port } = await start({}, countBytes, { checkBeforeBody });
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
  const { port } = await start({}, handle, { checkBeforeBody });
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
