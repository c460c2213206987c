import diagnostics from "node:diagnostics_channel";
import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startDnsServer } from "#testing/servers/dns.ts";
import { metadataHosts, privateHosts, privateZone } from "#testing/servers/private-hosts.ts";
import type { Reach } from "./addresses.ts";
import { setLookup } from "./lookup.ts";
import { send } from "./request.ts";

let dns: Awaited<ReturnType<typeof startDnsServer>>;
const listeners: Server[] = [];
const reached: string[] = [];
let sockets = 0;
let port = 0;
const count = () => {
  sockets += 1;
};

const listen = (host: string, at: number) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer((socket) => {
      reached.push(host);
      socket.on("error", () => {});
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    });
    listeners.push(server);
    server.once("error", reject).listen(at, host, () => resolve((server.address() as { port: number }).port));
  });

beforeAll(async () => {
  dns = await startDnsServer({ ...privateZone });
  setLookup(dns.lookup);
  port = await listen("127.0.0.1", 0);
  await listen("::1", port);
  await listen("::1", port).catch(() => {});
  diagnostics.subscribe("net.client.socket", count);
});
beforeEach(() => {
  reached.length = 0;
  sockets = 0;
});
afterEach(() => setLookup(dns.lookup));
afterAll(async () => {
  diagnostics.unsubscribe("net.client.socket", count);
  setLookup();
  for (const server of listeners) server.close();
  await dns.close();
});

const open: Reach = { only: "public" };
const post = (url: string, reach: Reach = open) =>
  send({ url, method: "POST", headers: {}, body: Buffer.from("{}"), reach, timeoutMs: 5000, maxBytes: 1024 });

const refused = [...privateHosts, ...metadataHosts, ...Object.keys(privateZone)];

test("la table a plus de 60 écritures", () => expect(new Set(refused).size).toBeGreaterThan(100));

test.each(refused)("%s est refusé sans qu’un paquet parte", async (host) => {
  for (const scheme of ["http", "https"]) {
    const exchange = await post(`${scheme}://${host}:${port}/`);
    expect(exchange).toMatchObject({ ok: false, failure: "blocked" });
    expect(exchange.path).toMatchObject({ phase: "dns", remoteAddress: null, timings: { connectMs: null } });
  }
  expect([sockets, reached]).toEqual([0, []]);
});

test.each(metadataHosts)("%s reste refusé quand tout est autorisé, même par son nom", async (host) => {
  const { hostname } = new URL(`http://${host}/`);
  const bare = hostname.replace(/^\[|\]$/g, "");
  const allowed = ["0.0.0.0/0", "::/0", hostname, bare, "piege.example"];
  expect(await post(`http://${host}:${port}/`, { only: "public", allowed })).toMatchObject({ failure: "blocked" });
  setLookup(async () => [bare]);
  expect(await post(`http://piege.example:${port}/`, { only: "public", allowed })).toMatchObject({
    failure: "blocked",
  });
  expect(sockets).toBe(0);
});

test("une adresse avec sa zone est la même adresse", async () => {
  for (const address of ["fe80::1%eth0", "fd00:ec2::254%1"]) {
    setLookup(async () => [address]);
    const allowed = ["fd00:ec2::/32"];
    expect(await post(`http://zone.example:${port}/`, { only: "public", allowed })).toMatchObject({
      failure: "blocked",
    });
  }
  expect(URL.canParse("http://[fe80::1%25eth0]/")).toBe(false);
  expect(sockets).toBe(0);
});

test("ce qui est autorisé est joint : par adresse, par plage, par nom", async () => {
  const names = { "exact.example": ["127.0.0.1"], "alias.allowed.example": ["exact.example"] };
  Object.assign(dns.zone, names);
  const works: [string, string[]][] = [
    ["127.0.0.1", ["127.0.0.1"]],
    ["0x7f.1", ["127.0.0.1"]],
    ["127.0.0.1", ["127.0.0.0/8"]],
    ["[::ffff:127.0.0.1]", ["::ffff:127.0.0.1"]],
    ["exact.example", ["127.0.0.0/8"]],
    ["EXACT.example", ["Exact.Example"]],
    ["exact.example.", ["exact.example"]],
    ["alias.allowed.example", ["alias.allowed.example"]],
    ["localhost", ["localhost"]],
  ];
  for (const [host, allowed] of works)
    expect(await post(`http://${host}:${port}/`, { only: "public", allowed }), host).toMatchObject({ status: 200 });
  expect([reached.length, sockets]).toEqual([works.length, works.length]);
});

test("l’adresse contrôlée est celle qui est jointe : un nom qui change n’y gagne rien", async () => {
  const allowed = ["::1"];
  let asked = 0;
  setLookup(async () => [++asked === 1 ? "::1" : "127.0.0.1"]);
  expect(await post(`http://change.example:${port}/`, { only: "public", allowed })).toMatchObject({
    status: 200,
    path: { remoteAddress: "::1" },
  });
  expect([asked, reached]).toEqual([1, ["::1"]]);
  const next = await post(`http://change.example:${port}/`, { only: "public", allowed });
  expect(next).toMatchObject({ failure: "blocked", detail: "127.0.0.1" });
  expect([asked, reached]).toEqual([2, ["::1"]]);
});

test("en développement, seule cette machine est jointe, et aucun nom n’est demandé", async () => {
  let asked = 0;
  setLookup(async () => {
    asked += 1;
    return ["127.0.0.1"];
  });
  for (const host of [
    "10.0.0.1",
    "169.254.169.254",
    "93.184.216.34",
    "127.0.0.1.nip.example",
    "recepteur.example",
    "0",
  ])
    expect(await post(`http://${host}:${port}/`, { only: "loopback" }), host).toMatchObject({ failure: "blocked" });
  expect([asked, sockets]).toEqual([0, 0]);
});
