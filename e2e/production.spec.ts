import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import type { App } from "#testing/app/app.ts";
import { appsOfEachTest } from "#testing/app/apps.ts";
import { createCertificate } from "#testing/machine/certificate.ts";
import { freePort } from "#testing/machine/free-port.ts";
import { startTlsProxy } from "#testing/servers/tls-proxy.ts";

const start = appsOfEachTest();
const receiver = "/api/webhooks/book-completion";
const secret = "sorami-webhook-secret-key-2025";
const certificate = createCertificate("localhost");
const folder = mkdtempSync(path.join(tmpdir(), "sorami-ca-"));
const authority = path.join(folder, "ca.pem");
writeFileSync(authority, certificate.ca);
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A production deployment that sends to itself through its own HTTPS front. */
async function deploy(env: Record<string, string>) {
  const port = await freePort();
  const proxy = await startTlsProxy({ port }, certificate);
  const common = {
    ENVIRONMENT: "production",
    HOST: "127.0.0.1",
    BOOK_MODEL: "demo",
    WEBHOOK_URL: `${proxy.url}${receiver}`,
  };
  const trust = { NODE_EXTRA_CA_CERTS: authority, WEBHOOK_ALLOWED_HOSTS: "localhost,127.0.0.0/8,::1" };
  const app = await start({ port, env: { ...common, ...trust, ...env } });
  const token = env.ADMIN_TOKEN ?? readFileSync(path.join(app.dataDir, "admin-token"), "utf8").trim();
  const ask = async (route: string, body?: unknown, headers: Record<string, string> = {}) => {
    const all = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers };
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(app.url + route, { ...init, headers: all });
    return { status: response.status, body: await response.json() };
  };
  return { app, proxy, ask };
}

async function finished(ask: Awaited<ReturnType<typeof deploy>>["ask"]) {
  const book = { topic: "La mer", goal: "La comprendre", chapters: 1, words_per_chapter: 200 };
  const { body: created } = await ask("/api/books/create", book);
  await expect
    .poll(async () => (await ask(`/api/books/status/${created.job_id}`)).body, { timeout: 60_000 })
    .toMatchObject({ status: "completed", webhook: { status: expect.stringMatching(/delivered|failed|disabled/) } });
  return (await ask(`/api/books/status/${created.job_id}`)).body;
}

const says = (app: App, text: string) => app.lines().some((line) => line.includes(text));

test("la production signe, donne le secret, et vérifie les deux, en HTTPS réel ; un secret changé à chaud vaut pour le livre suivant", async () => {
  const { app, proxy, ask } = await deploy({ WEBHOOK_SECRET: secret });
  const job = await finished(ask);
  expect(job.webhook).toEqual({ status: "delivered", attempts: 1 });
  const headers = proxy.seen.find((request) => request.path === receiver)?.headers;
  expect(headers).toMatchObject({ "x-webhook-secret": secret, "webhook-signature": expect.stringMatching(/^v1,/) });
  const { body: inbox } = await ask("/api/inbox");
  expect(inbox.items).toMatchObject([
    { job_id: job.job_id, verification: "signature", webhook_id: headers?.["webhook-id"] },
  ]);
  const { body: deliveries } = await ask("/api/webhook/deliveries");
  for (const text of [JSON.stringify(deliveries), JSON.stringify(inbox), app.lines().join("\n")])
    expect(text).not.toContain(secret);
  expect(says(app, "🔒 Webhook en mode PRODUCTION avec authentification")).toBe(true);

  expect((await ask("/api/webhook/config", { secret: "nouveau-secret-2025" })).status).toBe(200);
  expect((await finished(ask)).webhook.status).toBe("delivered");
  expect(proxy.seen.at(-1)?.headers).toMatchObject({ "x-webhook-secret": "nouveau-secret-2025" });
  await proxy.close();
});

test("un secret faux, absent, ou une signature d’un autre sont refusés, à la réception comme à la configuration", async () => {
  const { app, proxy, ask } = await deploy({ WEBHOOK_SECRET: secret, ADMIN_TOKEN: "jeton-d-administration" });
  const payload = { job_id: "abc-123-def", status: "failed", timestamp: "2025-10-20T14:30:00.000Z", error: "essai" };
  const sign = (key: string) => {
    const id = "evt_essai";
    const at = String(Math.floor(Date.now() / 1000));
    const digest = createHmac("sha256", key)
      .update(`${id}.${at}.${JSON.stringify(payload)}`)
      .digest("base64");
    return { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": `v1,${digest}` };
  };
  const statuses: [Record<string, string>, number][] = [
    [{}, 401],
    [{ "X-Webhook-Secret": "faux" }, 401],
    [sign("faux"), 401],
    [{ ...sign("faux"), "X-Webhook-Secret": secret }, 401],
    [sign(secret), 200],
    [{ "X-Webhook-Secret": secret }, 200],
  ];
  for (const [headers, status] of statuses) expect((await ask(receiver, payload, headers)).status).toBe(status);
  const before = (await ask("/api/webhook/config")).body;
  const wrong = [
    { url: "http://exemple.com/webhook" },
    { url: "https://10.0.0.1/webhook" },
    { url: "http://localhost:3000/webhook" },
    { secret: "clé-accentuée" },
    { environment: "prod" },
  ];
  for (const update of wrong) {
    const refused = await ask("/api/webhook/config", update);
    expect(refused).toMatchObject({ status: 422, body: { issues: [{ path: Object.keys(update)[0] }] } });
  }
  expect((await ask("/api/webhook/config")).body).toEqual(before);
  for (const [route, status] of [
    ["/api/jobs", 401],
    ["/", 401],
    ["/health", 200],
    [receiver, 200],
  ] as const)
    expect((await fetch(app.url + route)).status).toBe(status);
  expect((await ask("/api/jobs")).status).toBe(200);
  await proxy.close();
});

test("sans secret, tout se ferme : rien n’est reçu, rien n’est envoyé, et c’est dit", async () => {
  const { app, proxy, ask } = await deploy({});
  expect((await ask(receiver, {}, { "X-Webhook-Secret": "" })).status).toBe(503);
  expect(says(app, "❌ Webhook refusé (503)")).toBe(true);
  expect((await ask("/api/inbox")).body.items).toEqual([]);
  expect((await finished(ask)).webhook).toEqual({ status: "disabled", attempts: 0 });
  expect(proxy.seen).toEqual([]);
  expect((await ask("/api/webhook/settings")).body.blocked).toEqual(expect.stringContaining("secret"));
  expect(says(app, "⚠️ Envoi des webhooks désactivé")).toBe(true);
  await proxy.close();
});

test("un certificat que rien n’atteste n’est pas accepté", async () => {
  const { proxy, ask } = await deploy({
    WEBHOOK_SECRET: secret,
    NODE_EXTRA_CA_CERTS: "",
    WEBHOOK_RETRY_SCHEDULE: "0s",
  });
  expect((await finished(ask)).webhook).toEqual({ status: "failed", attempts: 1 });
  expect(proxy.seen).toEqual([]);
  await proxy.close();
});
