import { setTimeout as sleep } from "node:timers/promises";
import tls from "node:tls";
import { afterEach, expect, test, vi } from "vitest";
import { createCertificate, hasOpenssl } from "#testing/machine/certificate.ts";
import { ok, type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { keepMs } from "./connections.ts";
import { setLookup } from "./lookup.ts";
import { type OutgoingRequest, send } from "./request.ts";

const opened: Receiver[] = [];
const open = async (options?: Parameters<typeof startReceiver>[0]) => {
  const receiver = await startReceiver(options);
  opened.push(receiver);
  return receiver;
};
afterEach(async () => {
  setLookup();
  for (const receiver of opened.splice(0)) await receiver.close();
});

const post = (url: string, changes: Partial<OutgoingRequest> = {}) =>
  send({
    url,
    method: "POST",
    headers: {},
    body: Buffer.from("{}"),
    reach: { only: "loopback" },
    timeoutMs: 5000,
    maxBytes: 64 * 1024,
    ...changes,
  });

test("en HTTP vers une adresse : ni DNS ni TLS, une connexion, un premier octet, et l’adresse jointe", async () => {
  const receiver = await open();
  receiver.behave(async (...all) => {
    await sleep(120);
    ok(...all);
  });
  const { path, durationMs } = await post(receiver.url);
  expect(path).toMatchObject({ phase: "body", remoteAddress: "127.0.0.1", tlsVersion: null });
  expect(path.timings).toMatchObject({ dnsMs: null, connectMs: expect.any(Number), tlsMs: null });
  expect(path.timings.firstByteMs).toBeGreaterThanOrEqual(115);
  expect(durationMs).toBeGreaterThanOrEqual(path.timings.firstByteMs!);
});

test("une connexion gardée n’a ni DNS ni connexion, mais dit où elle mène ; une neuve les a toujours", async () => {
  const receiver = await open();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  expect((await post(receiver.url)).path.timings.connectMs).not.toBeNull();
  vi.advanceTimersByTime(keepMs);
  vi.useRealTimers();
  await post(receiver.url);
  const kept = await post(receiver.url);
  expect(kept.path).toMatchObject({ remoteAddress: "127.0.0.1", timings: { dnsMs: null, connectMs: null } });
  expect(kept.path.timings.firstByteMs).not.toBeNull();
  expect((await post(receiver.url, { fresh: true })).path.timings.connectMs).not.toBeNull();
});

test("deux envois à la fois ne mêlent pas leurs temps : chacun a sa connexion", async () => {
  const receiver = await open();
  receiver.behave(async (request, response, count) => {
    await sleep(request.body.toString() === "lent" ? 3000 : 0);
    ok(request, response, count);
  });
  const bodies = ["lent", "vite", "lent", "vite"].map((text) => Buffer.from(text));
  const all = await Promise.all(bodies.map((body) => post(receiver.url, { body, timeoutMs: 30_000 })));
  const waits = all.map(({ path }) => path.timings.firstByteMs!);
  for (const { path } of all) expect(path.timings.connectMs).not.toBeNull();
  expect(Math.min(waits[0]!, waits[2]!)).toBeGreaterThanOrEqual(2995);
  expect(Math.max(waits[1]!, waits[3]!)).toBeLessThan(2500);
});

test("le temps du DNS est compté à part, et un échec s’arrête à sa phase", async () => {
  const receiver = await open();
  setLookup(async () => {
    await sleep(2000);
    return ["127.0.0.1"];
  });
  const reach = { only: "public" as const, allowed: ["127.0.0.1"] };
  const url = receiver.url.replace("127.0.0.1", "recepteur.example");
  const { path } = await post(url, { reach });
  expect(path.timings.dnsMs).toBeGreaterThanOrEqual(1995);
  expect(path.timings.connectMs).toBeLessThan(1500);
  expect(path.addresses).toEqual(["127.0.0.1"]);
  const late = await post(url, { reach, timeoutMs: 60, fresh: true });
  expect(late).toMatchObject({ ok: false, failure: "timeout", path: { phase: "dns", remoteAddress: null } });
  expect(late.path.timings).toMatchObject({ connectMs: null, tlsMs: null, firstByteMs: null });
});

test.skipIf(!hasOpenssl)("en HTTPS, la poignée de main TLS a son temps et sa version", async () => {
  const before = tls.getCACertificates("default");
  const known = createCertificate("localhost");
  const receiver = await open({ tls: known });
  tls.setDefaultCACertificates([...before, known.ca]);
  try {
    const { path } = await post(receiver.url);
    expect(path).toMatchObject({ phase: "body", tlsVersion: "TLSv1.3" });
    expect(path.timings.tlsMs).not.toBeNull();
  } finally {
    tls.setDefaultCACertificates(before);
  }
  const refused = await post(receiver.url, { fresh: true });
  expect(refused).toMatchObject({ ok: false, failure: "tls", path: { phase: "tls" } });
  expect(refused.path.timings).toMatchObject({ tlsMs: expect.any(Number), firstByteMs: null });
});
