import { setTimeout as sleep } from "node:timers/promises";
import tls from "node:tls";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { createCertificate, hasOpenssl } from "#testing/machine/certificate.ts";
import { ok, type Receiver, reset, startReceiver, status } from "#testing/servers/receiver.ts";
import { EndpointTest } from "../../contract/test-stages.ts";
import { db } from "../../database/client.ts";
import { setLookup } from "../../http-client/lookup.ts";
import { testEndpoint } from "./test-event.ts";

let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  setEnv({ APP_SECRET: "x".repeat(32) });
  close = await openTestDatabase();
});
afterAll(() => close());
beforeEach(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: undefined, WEBHOOK_ALLOWED_HOSTS: undefined });
});
afterEach(async () => {
  setLookup();
  setEnv({ ENVIRONMENT: undefined });
  await receiver.close();
});

const run = async (id = "default") => EndpointTest.parse(await testEndpoint(id));
const statuses = ({ stages }: EndpointTest) => stages.map(({ name, status }) => `${name} ${status}`);

test("chaque étape d’un test réussi a son temps et dit ce qu’elle a donné", async () => {
  setEnv({ WEBHOOK_SECRET: "un-secret-de-test" });
  receiver.behave(async (...all) => {
    await sleep(80);
    ok(...all);
  });
  for (const _twice of [1, 2]) {
    const test = await run();
    expect(test).toMatchObject({ success: true, message: "Webhook de test envoyé avec succès" });
    expect(statuses(test)).toEqual(["sign done", "resolve done", "connect done", "tls skipped", "answer done"]);
    const [, resolve, connect, , answer] = test.stages;
    expect(resolve?.detail).toContain("127.0.0.1");
    expect(connect).toMatchObject({ detail: "Connecté à 127.0.0.1.", duration_ms: expect.any(Number) });
    expect(answer?.duration_ms).toBeGreaterThanOrEqual(75);
    expect(test.exchange).toMatchObject({ trigger: "test", outcome: "delivered", remote_address: "127.0.0.1" });
    expect(test.exchange.timings).toMatchObject({ dns: null, tls: null, connect: expect.any(Number) });
    expect(JSON.stringify(test)).not.toContain("un-secret-de-test");
  }
});

test("l’étape qui échoue porte l’explication, les suivantes sont passées", async () => {
  receiver.behave(status(401));
  const refused = await run();
  expect(refused).toMatchObject({ success: false, message: "Erreur webhook: HTTP 401", attempt: { status: 401 } });
  expect(statuses(refused)).toEqual(["sign skipped", "resolve done", "connect done", "tls skipped", "answer failed"]);
  expect(refused.stages[4]?.detail).toContain("refuse la signature ou le secret");
  receiver.behave(reset);
  expect(statuses(await run()).at(-1)).toBe("answer failed");
  await receiver.close();
  const closed = await run();
  expect(statuses(closed)).toEqual(["sign skipped", "resolve done", "connect failed", "tls skipped", "answer skipped"]);
  expect(closed.stages[2]?.detail).toContain("récepteur est démarré");
  expect(closed.exchange).toMatchObject({ failure: "refused", message: closed.stages[2]?.detail });
});

test("en production : sans secret rien n’est signé, une adresse privée n’est pas jointe", async () => {
  setEnv({ ENVIRONMENT: "production", WEBHOOK_URL: "https://recepteur.example/" });
  const unsigned = await run();
  expect(statuses(unsigned)[0]).toBe("sign failed");
  setEnv({ WEBHOOK_SECRET: "un-secret-de-test" });
  setLookup(async () => ["10.0.0.1"]);
  const refused = await run();
  expect(statuses(refused)).toEqual([
    "sign done",
    "resolve failed",
    "connect skipped",
    "tls skipped",
    "answer skipped",
  ]);
  expect(refused.stages[1]?.detail).toContain("10.0.0.1");
});

test.skipIf(!hasOpenssl)("TLS a son étape, avec sa version, ou le nom de ce qui manque au certificat", async () => {
  const before = tls.getCACertificates("default");
  const known = createCertificate("recepteur.example");
  const secure = await startReceiver({ tls: known });
  setLookup(async () => ["127.0.0.1"]);
  setEnv({
    ENVIRONMENT: "production",
    WEBHOOK_SECRET: "un-secret-de-test",
    WEBHOOK_ALLOWED_HOSTS: "127.0.0.1",
    WEBHOOK_URL: secure.url.replace("localhost", "recepteur.example"),
  });
  try {
    const unknown = await run();
    expect(statuses(unknown).slice(2)).toEqual(["connect done", "tls failed", "answer skipped"]);
    expect(unknown.stages[3]?.detail).toContain("autorité inconnue");
    tls.setDefaultCACertificates([...before, known.ca]);
    const trusted = await run();
    expect(statuses(trusted)).toEqual(["sign done", "resolve done", "connect done", "tls done", "answer done"]);
    expect(trusted.stages[3]?.detail).toBe("TLSv1.3, certificat de recepteur.example vérifié.");
    expect(trusted.exchange.timings.dns).not.toBeNull();
  } finally {
    tls.setDefaultCACertificates(before);
    await secure.close();
  }
});

test("une destination ajoutée se teste elle aussi ; une inconnue est introuvable", async () => {
  const other = await startReceiver();
  const created = { url: other.url, environment: "development", enabled: false, updatedAt: new Date() };
  await db().endpoint.create({ data: { id: "autre", name: "Autre", ...created } });
  expect(await run("autre")).toMatchObject({ success: true, webhook_url: other.url });
  expect([other.requests.length, receiver.requests.length]).toEqual([1, 0]);
  await expect(testEndpoint("absente")).rejects.toMatchObject({ code: "not_found" });
  await other.close();
});
