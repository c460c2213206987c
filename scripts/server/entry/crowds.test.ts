import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, test, vi } from "vitest";
import { reloadEnv } from "#lib/env.ts";
import { sendRaw } from "#testing/machine/raw-request.ts";
import { type Handle, head, openEntries, receiver, statusOf, token } from "./entries-for-tests.ts";

const { connect, start } = openEntries();

const silentOnes = (port: number, count: number, localAddress?: string) =>
  Promise.all(Array.from({ length: count }, () => connect(port, "GET", localAddress)));

test("une connexion gardée ouverte sans rien demander fait place comme les autres", async () => {
  const { port, connections } = await start({ maxPerClient: 10 });
  const answered = await Promise.all(Array.from({ length: 10 }, () => connect(port, head("GET /health"))));
  await Promise.all(answered.map((socket) => once(socket, "data")));
  await silentOnes(port, 5);
  await expect.poll(connections).toBe(10);
});

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
  const trusted = await Promise.all(
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
  for (const socket of [...trusted, ...asked]) expect(String((await once(socket, "data"))[0])).toContain("voici");
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
  expect(held).toHaveLength(4);
  await connect(port, forwarded("203.0.113.8"));
  await connect(port, forwarded("2001:db8:1:2::1"));
  await expect.poll(() => held.length).toBe(6);
  for (let nth = 2; nth < 5; nth++) await connect(port, forwarded(`2001:db8:1:2::${nth}`));
  await expect.poll(() => held.length).toBe(9);
  expect(statusOf(await sendRaw(port, forwarded("2001:db8:1:2:ffff::9"), { closedWithinMs: 3000 }))).toBe(429);
});
