import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as sleep, setImmediate as turnOfLoop } from "node:timers/promises";
import tls from "node:tls";
import { afterEach, expect, test, vi } from "vitest";
import { createCertificate, hasOpenssl } from "#testing/machine/certificate.ts";
import { type RawAnswer, startRawReceiver } from "#testing/servers/raw-receiver.ts";
import { ok, startReceiver } from "#testing/servers/receiver.ts";
import { keepMs } from "./connections.ts";
import { type OutgoingRequest, send } from "./request.ts";

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function speak(answer: RawAnswer) {
  const receiver = await startRawReceiver(answer);
  closers.push(receiver.close);
  return receiver;
}

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

const respond = (body: string, status = 200) => `HTTP/1.1 ${status} X\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const answerWell: RawAnswer = (socket) => socket.write(respond("bien"));

/** Lets a receiver show that its connections stay silent, so that they are used again. */
async function earnTrust(url: string) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  expect(await post(url)).toMatchObject({ ok: true });
  vi.advanceTimersByTime(keepMs);
  vi.useRealTimers();
  expect(await post(url)).toMatchObject({ ok: true });
}

test("une connexion ne sert deux fois qu’à qui en a laissé une ouverte et silencieuse", async () => {
  const [unknown, known] = [await speak(answerWell), await speak(answerWell)];
  const isReused = async ({ url }: { url: string }) => (await post(url)).path.timings.connectMs === null;
  expect([await isReused(unknown), await isReused(unknown)]).toEqual([false, false]);
  await earnTrust(known.url);
  expect([await isReused(known), await isReused(known)]).toEqual([true, true]);
  expect((await post(known.url, { fresh: true })).path.timings.connectMs).not.toBeNull();
});

const lateBytes: [number, string][] = [
  ...[0, 5, 20, 100, 400].map((lateMs): [number, string] => [lateMs, respond("tardif")]),
  [20, respond("tardif", 408)],
  [200, respond("tardif", 408)],
  [30, "HTTP/1.1 2"],
  [30, "tardif"],
  [30, "\r\n"],
];

test("ce qui vient trop tard ne répond à aucune autre requête", async () => {
  const names = Array.from({ length: 25 }, (_, nth) => String(nth));
  const isNumbered = /\{(\d+)\}/;
  async function postAll([lateMs, late]: [number, string]) {
    const receiver = await speak((socket, count) => {
      // Nobody answers a second request, but with what was late.
      if (count > 1) return;
      socket.write(respond(isNumbered.exec(receiver.requests.at(-1) ?? "")?.[1] ?? ""));
      setTimeout(() => socket.write(late), lateMs);
    });
    const exchanges = [];
    for (const name of names) {
      exchanges.push(post(receiver.url, { body: Buffer.from(`{${name}}`) }));
      await sleep(20);
    }
    return (await Promise.all(exchanges)).map(({ ok, body }) => ok && body.toString());
  }
  const answers = await Promise.all(lateBytes.map(postAll));
  expect(answers).toEqual(lateBytes.map(() => names));
});

test("des octets sur une connexion silencieuse jusque-là ôtent la confiance", async () => {
  const sockets: Socket[] = [];
  const receiver = await speak((socket) => {
    sockets.push(socket);
    socket.write(respond("bien"));
  });
  await earnTrust(receiver.url);
  sockets.at(-1)?.write(respond("tardif"));
  await once(sockets.at(-1)!, "close");
  const after = [await post(receiver.url), await post(receiver.url)];
  expect(after.map(({ path, body }) => [path.timings.connectMs === null, body?.toString()])).toEqual([
    [false, "bien"],
    [false, "bien"],
  ]);
});

test("une connexion gardée déjà fermée est remplacée avant que rien ne parte", async () => {
  const sockets: Socket[] = [];
  const receiver = await speak((socket) => {
    sockets.push(socket);
    socket.write(respond("bien"));
  });
  await earnTrust(receiver.url);
  const kept = sockets.at(-1)!;
  kept.destroy();
  await once(kept, "close");
  // Its end is read in one of the next turns of the event loop.
  for (let turn = 0; turn < 5; turn++) await turnOfLoop();
  const beforeSecond = vi.fn(async () => {});
  expect(await post(receiver.url, { beforeSecond })).toMatchObject({ ok: true });
  expect(receiver.requests).toHaveLength(3);
  expect(beforeSecond).not.toHaveBeenCalled();
});

const closings: [string, (socket: Socket) => unknown][] = [
  ["fin", (socket) => socket.end()],
  ["coupure", (socket) => socket.destroy()],
  ["remise à zéro", (socket) => socket.resetAndDestroy()],
  ["fin un peu plus tard", (socket) => setTimeout(() => socket.end(), 50)],
];

test.each(closings)(
  "une connexion gardée fermée à l’envoi (%s) : inscrit d’abord, puis un seul second envoi",
  async (_name, close) => {
    const receiver = await speak((socket, count) => (count < 3 ? socket.write(respond("bien")) : close(socket)));
    await earnTrust(receiver.url);
    await post(receiver.url);
    const seen: number[] = [];
    const beforeSecond = async () => {
      await sleep(50);
      seen.push(receiver.requests.length);
    };
    const replaced = await post(receiver.url, { beforeSecond });
    expect(replaced).toMatchObject({ ok: true, status: 200 });
    expect(replaced.path.timings.connectMs).not.toBeNull();
    // Two to earn trust, one that was kept, the one that was lost.
    expect(seen).toEqual([receiver.requests.length - 1]);
    expect(new Set(receiver.requests.slice(-2)).size).toBe(1);
    // The origin has lost its trust.
    expect((await post(receiver.url)).path.timings.connectMs).not.toBeNull();
    expect((await post(receiver.url)).path.timings.connectMs).not.toBeNull();
  },
);

test("fermée aussi la seconde fois, c’est un échec, sans troisième envoi", async () => {
  const receiver = await speak(answerWell);
  await earnTrust(receiver.url);
  receiver.behave((socket) => socket.end());
  const before = receiver.requests.length;
  expect(await post(receiver.url)).toMatchObject({ ok: false, failure: "reset", detail: "other side closed" });
  expect(receiver.requests.length - before).toBe(2);
});

test("sans inscription, rien ne repart, et l’échec reste celui de la connexion", async () => {
  const receiver = await speak(answerWell);
  await earnTrust(receiver.url);
  receiver.behave((socket) => socket.end());
  const before = receiver.requests.length;
  const refused = await post(receiver.url, { beforeSecond: () => Promise.reject(new Error("base absente")) });
  expect(refused).toMatchObject({ ok: false, failure: "reset", detail: "other side closed" });
  expect(receiver.requests.length - before).toBe(1);
});

test.each<[string, RawAnswer, object]>([
  ["un octet de réponse", (socket) => socket.end("H"), { failure: "reset" }],
  ["une ligne d’état", (socket) => socket.end("HTTP/1.1 200 OK\r\n"), { failure: "reset" }],
  ["une réponse intermédiaire", (socket) => socket.end("HTTP/1.1 102 X\r\n\r\n"), { failure: "reset" }],
  ["ce qui n’est pas HTTP", (socket) => socket.end("bonjour"), { failure: "protocol" }],
  ["une réponse coupée", (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), { status: 200 }],
  ["le silence", () => {}, { failure: "timeout" }],
])("%s sur une connexion gardée : aucun second envoi", async (_name, answer, gives) => {
  const receiver = await speak(answerWell);
  await earnTrust(receiver.url);
  receiver.behave(answer);
  const before = receiver.requests.length;
  const exchange = await post(receiver.url, { timeoutMs: 300 });
  expect(exchange).toMatchObject({ ok: false, ...gives, path: { timings: { connectMs: null } } });
  expect(receiver.requests.length - before).toBe(1);
});

test("une connexion neuve fermée sans réponse est un échec, sans second envoi", async () => {
  const receiver = await speak((socket) => socket.end());
  expect(await post(receiver.url)).toMatchObject({ ok: false, failure: "reset" });
  expect(receiver.requests).toHaveLength(1);
});

test("un arrêt pendant l’inscription arrête tout", async () => {
  const receiver = await speak(answerWell);
  await earnTrust(receiver.url);
  receiver.behave((socket) => socket.end());
  const before = receiver.requests.length;
  const stopping = new AbortController();
  const beforeSecond = () => {
    stopping.abort();
    return sleep(20);
  };
  expect(await post(receiver.url, { beforeSecond, signal: stopping.signal })).toMatchObject({ ok: false });
  await sleep(50);
  expect(receiver.requests.length - before).toBe(1);
});

test.skipIf(!hasOpenssl)("en HTTPS aussi, une connexion gardée fermée à l’envoi est remplacée", async () => {
  const certificate = createCertificate("localhost");
  const receiver = await startReceiver({ tls: certificate });
  closers.push(receiver.close);
  const before = tls.getCACertificates("default");
  tls.setDefaultCACertificates([...before, certificate.ca]);
  try {
    await earnTrust(receiver.url);
    receiver.behave((request, response, count) => {
      if (count === 3) response.socket?.destroy();
      else ok(request, response, count);
    });
    expect(await post(receiver.url)).toMatchObject({ ok: true, status: 200 });
    expect(receiver.requests).toHaveLength(4);
  } finally {
    tls.setDefaultCACertificates(before);
  }
});
