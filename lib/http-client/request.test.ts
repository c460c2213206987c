import { createServer } from "node:net";
import tls from "node:tls";
import { afterEach, expect, test, vi } from "vitest";
import { createCertificate, hasOpenssl } from "#testing/machine/certificate.ts";
import { watchCpuSteal } from "#testing/machine/event-loop.ts";
import { drip, flood, hang, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { type OutgoingRequest, send } from "./request.ts";

const opened: { close: () => Promise<void> }[] = [];
const open = async (options?: Parameters<typeof startReceiver>[0]): Promise<Receiver> => {
  const receiver = await startReceiver(options);
  opened.push(receiver);
  return receiver;
};
afterEach(async () => {
  for (const receiver of opened.splice(0)) await receiver.close();
});

const post = (url: string, changes: Partial<OutgoingRequest> = {}) =>
  send({
    url,
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: Buffer.from("{}"),
    reach: { only: "loopback" },
    timeoutMs: 10_000,
    maxBytes: 64 * 1024,
    ...changes,
  });

test("une réponse complète est rendue telle quelle", async () => {
  const receiver = await open();
  expect(await post(receiver.url)).toMatchObject({
    ok: true,
    status: 200,
    truncated: false,
    body: Buffer.from('{"success": true}'),
  });
});

test.each([200, 302, 500])("une réponse %i qui goutte sans fin est un délai dépassé", async (code) => {
  const receiver = await open();
  receiver.behave(drip(code));
  const watch = watchCpuSteal();
  const start = performance.now();
  expect(await post(receiver.url, { timeoutMs: 500 })).toMatchObject({ ok: false, failure: "timeout", status: code });
  expect(watch.elapsedMs(start)).toBeLessThan(900);
  watch.stop();
});

test("un récepteur muet est un délai dépassé", async () => {
  const receiver = await open();
  receiver.behave(hang);
  expect(await post(receiver.url, { timeoutMs: 500 })).toMatchObject({ ok: false, failure: "timeout" });
});

test("une réponse sans fin est coupée à 64 Kio, et compte", async () => {
  const receiver = await open();
  receiver.behave(flood);
  const exchange = await post(receiver.url, { timeoutMs: 5000 });
  expect(exchange).toMatchObject({ ok: true, status: 200, truncated: true });
  expect(exchange.body).toHaveLength(64 * 1024);
});

test("64 Kio exactement ne sont pas coupés", async () => {
  const receiver = await open();
  receiver.behave((_request, response) => response.end(Buffer.alloc(64 * 1024)));
  expect(await post(receiver.url)).toMatchObject({ ok: true, truncated: false });
});

test("une réponse coupée avant sa fin est un échec malgré son 200", async () => {
  const receiver = await open();
  receiver.behave((_request, response) => {
    response.writeHead(200, { "Content-Length": "100" });
    response.write("début");
    setTimeout(() => response.socket?.resetAndDestroy(), 30);
  });
  expect(await post(receiver.url)).toMatchObject({ ok: false, failure: "reset", status: 200 });
});

test.each([301, 302, 303, 307, 308])("une redirection %i n’est pas suivie, et rien ne part ailleurs", async (code) => {
  const receiver = await open();
  const elsewhere = await open();
  receiver.behave(status(code, { Location: elsewhere.url }));
  const exchange = await post(receiver.url, { headers: { "X-Webhook-Secret": "secret" } });
  expect(exchange).toMatchObject({ ok: true, status: code });
  expect(elsewhere.requests).toEqual([]);
});

test("chaque adresse d’un hôte est essayée : localhost en IPv6 comme en IPv4", async () => {
  for (const host of ["127.0.0.1", "::1"]) {
    const receiver = await open({ host });
    expect(await post(`http://localhost:${receiver.port}/`)).toMatchObject({ ok: true });
    expect(await post(`http://ici.localhost:${receiver.port}/`)).toMatchObject({ ok: true });
  }
});

test("ce qui n’est pas HTTP, ce qui est fermé, ce qui n’existe pas", async () => {
  const talker = createServer((socket) => socket.once("data", () => socket.end("bonjour\r\n\r\n")));
  await new Promise<void>((done) => talker.listen(0, "127.0.0.1", done));
  const { port } = talker.address() as { port: number };
  expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ ok: false, failure: "protocol" });
  await new Promise((done) => talker.close(done));
  expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ ok: false, failure: "refused" });
  const reach = { only: "public" } as const;
  const nowhere = await post("https://absent.invalid/", { reach, timeoutMs: 10_000 });
  expect(nowhere).toMatchObject({ ok: false, failure: "dns" });
});

test("une adresse hors de portée n’est jamais appelée, même désignée par un nom", async () => {
  const receiver = await open();
  const reach = { only: "public" } as const;
  for (const host of ["127.0.0.1", "localhost"]) {
    expect(await post(`http://${host}:${receiver.port}/`, { reach })).toMatchObject({ ok: false, failure: "blocked" });
  }
  expect(receiver.requests).toEqual([]);
  const allowed = { only: "public", allowed: ["127.0.0.0/8"] } as const;
  expect(await post(receiver.url, { reach: { ...allowed, allowed: [...allowed.allowed] } })).toMatchObject({
    ok: true,
  });
});

test.skipIf(!hasOpenssl)("HTTPS : une autorité connue est acceptée, une inconnue ou un autre nom refusés", async () => {
  const before = tls.getCACertificates("default");
  const known = createCertificate("localhost");
  const receiver = await open({ tls: known });
  expect(await post(receiver.url)).toMatchObject({ ok: false, failure: "tls" });
  tls.setDefaultCACertificates([...before, known.ca]);
  try {
    expect(await post(receiver.url)).toMatchObject({ ok: true, status: 200 });
    expect(await post(receiver.url.replace("localhost", "autre.localhost"))).toMatchObject({
      ok: false,
      failure: "tls",
    });
    const plain = await open();
    expect(await post(plain.url.replace("http:", "https:"))).toMatchObject({ ok: false, failure: "tls" });
  } finally {
    tls.setDefaultCACertificates(before);
  }
});

test.skipIf(!hasOpenssl)("NODE_TLS_REJECT_UNAUTHORIZED=0 ne dispense aucun récepteur d’un certificat", async () => {
  const receiver = await open({ tls: createCertificate("localhost") });
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  try {
    expect(await post(receiver.url)).toMatchObject({ ok: false, failure: "tls", path: { phase: "tls" } });
    expect(receiver.requests).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
  }
});

test.skipIf(!hasOpenssl).each(["TLSv1.2", "TLSv1.3"] as const)(
  "un certificat client exigé est dit en %s, et HTTP en clair sur ce port n’est qu’une coupure",
  async (version) => {
    const certificate = createCertificate("localhost");
    const options = { ...certificate, requestCert: true, rejectUnauthorized: true, maxVersion: version };
    const receiver = await open({ tls: options });
    const before = tls.getCACertificates("default");
    tls.setDefaultCACertificates([...before, certificate.ca]);
    try {
      for (const bytes of [2, 60_000])
        expect(await post(receiver.url, { body: Buffer.alloc(bytes, "x") })).toMatchObject({
          failure: "tls",
          detail: expect.stringMatching(/ALERT_(CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE)$/),
        });
    } finally {
      tls.setDefaultCACertificates(before);
    }
    const plain = await post(receiver.url.replace("https:", "http:"));
    expect(plain).toMatchObject({ failure: "reset", path: { phase: "answer" } });
    expect(receiver.requests).toEqual([]);
  },
);
