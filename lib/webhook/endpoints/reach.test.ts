import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { startDnsServer } from "#testing/servers/dns.ts";
import { metadataHosts, privateHosts, privateZone } from "#testing/servers/private-hosts.ts";
import { db } from "../../database/client.ts";
import { setLookup } from "../../http-client/lookup.ts";
import { requestHeaders } from "../attempt/headers.ts";
import { send } from "../attempt/send.ts";
import { sendTest } from "../test-event/test-event.ts";
import { changeEndpoint } from "./change.ts";
import { readConfig } from "./config.ts";
import { createEndpoint } from "./create.ts";
import { saveConfig } from "./save-config.ts";

let close: () => Promise<void>;
let dns: Awaited<ReturnType<typeof startDnsServer>>;
let listener: Server;
let port: number;
let connections = 0;
const safe = "https://93.184.216.34/";

beforeAll(async () => {
  close = await openTestDatabase();
  dns = await startDnsServer({ ...privateZone, "good.example": ["93.184.216.34"] });
  setLookup(dns.lookup);
  listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done));
  port = (listener.address() as { port: number }).port;
  setEnv({
    APP_SECRET: "x".repeat(32),
    ENVIRONMENT: "production",
    WEBHOOK_SECRET: "un-secret-de-test",
    WEBHOOK_URL: safe,
  });
});
beforeEach(() => {
  connections = 0;
});
afterAll(async () => {
  setLookup();
  setEnv({ ENVIRONMENT: undefined });
  listener.close();
  await dns.close();
  await close();
});

const force = (url: string) => db().endpoint.update({ where: { id: "default" }, data: { url } });
const attempt = async () => {
  const event = { id: "evt_1", type: "book.completed", jobId: "job", body: Buffer.from("{}") };
  const config = await readConfig();
  return send(event, config, { headers: requestHeaders(event, config, { at: new Date() }), timeoutMs: 5000 });
};

test("chaque écriture privée est refusée à l’enregistrement, au test et à l’envoi, sans connexion", async () => {
  const hosts = [...privateHosts, ...metadataHosts, ...Object.keys(privateZone)];
  await readConfig();
  for (const host of hosts) {
    const url = `https://${host}:${port}/`;
    await force(safe);
    const refused = { code: "invalid", issues: [{ path: "url" }] };
    await expect(saveConfig({ url }), host).rejects.toMatchObject(refused);
    await expect(createEndpoint({ url }), host).rejects.toMatchObject(refused);
    await expect(changeEndpoint("default", { url }), host).rejects.toMatchObject(refused);
    expect((await readConfig()).url).toBe(safe);
    await force(url);
    expect(await sendTest(), host).toMatchObject({ success: false });
    const result = await attempt();
    expect(result, host).toMatchObject({ explanation: { failure: "blocked" }, path: { remoteAddress: null } });
    expect(result.path.timings).toEqual({
      dnsMs: expect.toBeOneOf([null, expect.any(Number)]),
      connectMs: null,
      tlsMs: null,
      firstByteMs: null,
    });
  }
  expect(connections).toBe(0);
  const tests = await db().attempt.findMany({ where: { trigger: "test" } });
  expect(tests).toHaveLength(hosts.length);
  expect(new Set(tests.map(({ failure, remoteAddress }) => `${failure} ${remoteAddress}`))).toEqual(
    new Set(["blocked null"]),
  );
}, 120_000);

test("identifiants, autres protocoles et caractères cachés sont refusés à l’enregistrement et à l’envoi", async () => {
  const urls = [
    `https://93.184.216.34@127.0.0.1:${port}/`,
    `https://127.0.0.1:${port}@93.184.216.34/`,
    "https://u:p@93.184.216.34/",
    "https://:p@93.184.216.34/",
    `http://93.184.216.34/`,
    `ftp://93.184.216.34/`,
    `file:///etc/passwd`,
    `https://127.0.0.1:${port}\t/`,
    `https://93.184.\n216.34/`,
    "https://[fe80::1%25eth0]/",
    "https://256.256.256.256/",
    "https://127.0.0.1.1/",
    "//93.184.216.34/",
    "https:///",
  ];
  for (const url of urls) {
    await force(safe);
    await expect(saveConfig({ url }), url).rejects.toMatchObject({ code: "invalid" });
    await force(url);
    expect(await attempt(), url).toMatchObject({ explanation: { failure: "blocked" } });
  }
  expect(connections).toBe(0);
});

test("un nom public à l’enregistrement puis privé à l’envoi est refusé à l’envoi", async () => {
  let answer = ["93.184.216.34"];
  dns.zone["turn.example"] = () => answer;
  await saveConfig({ url: `https://turn.example:${port}/` });
  answer = ["127.0.0.1"];
  expect(await attempt()).toMatchObject({ explanation: { failure: "blocked" } });
  expect(await sendTest()).toMatchObject({ success: false });
  expect(connections).toBe(0);
});

test("un nom qui ne se résout pas encore s’enregistre avec un avertissement", async () => {
  const { warning } = await saveConfig({ url: "https://later.example/" });
  expect(warning).toContain("later.example");
  expect(await attempt()).toMatchObject({ explanation: { failure: "dns" } });
});
