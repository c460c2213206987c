import { randomBytes } from "node:crypto";
import tls from "node:tls";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { findDelivery, openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { createCertificate, hasOpenssl } from "#testing/machine/certificate.ts";
import { hang, ok, type ReceivedRequest, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { WebhookTest } from "../../contract/webhook.ts";
import { db } from "../../database/client.ts";
import { saveConfig } from "../endpoints/save-config.ts";
import { getDelivery, listDeliveries } from "../log/deliveries.ts";
import { sendTest } from "../test-event/test-event.ts";

let close: () => Promise<void>;
let receiver: Receiver;
let output: string[];
beforeAll(async () => {
  setEnv({ WEBHOOK_RETRY_SCHEDULE: "0s", ENVIRONMENT: undefined });
  close = await openDeliveryHarness({ timeoutMs: 4000 });
});
afterAll(() => close());
beforeEach(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: undefined, WEBHOOK_ALLOWED_HOSTS: undefined });
  output = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => output.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db().endpoint.deleteMany();
  await receiver.close();
});

const lines = () => output.join("").split("\n");
const verify = (webhook: Webhook, { body, headers }: ReceivedRequest) =>
  webhook.verify(body.toString(), headers as Record<string, string>);

test.each([
  ["texte", "un-$ecret%tres~long"],
  ["whsec", `whsec_${randomBytes(32).toString("base64")}`],
])("chaque signature se vérifie avec la bibliothèque de référence (secret %s)", async (name, secret) => {
  setEnv({ WEBHOOK_SECRET: `${secret} ancien-secret` });
  await publishBook(name);
  const { attempts } = await waitForDelivery(name, ({ status }) => status === "delivered");
  const [request] = await receiver.received(1);
  const webhook = secret.startsWith("whsec_") ? new Webhook(secret) : new Webhook(secret, { format: "raw" });
  expect(verify(webhook, request!)).toMatchObject({ job_id: name, status: "completed" });
  expect(() => verify(new Webhook("ancien-secret", { format: "raw" }), request!)).toThrow();
  expect(request?.headers).not.toHaveProperty("x-webhook-secret");
  expect(JSON.stringify(attempts) + output.join("")).not.toContain(secret);
});

test("les lignes du journal sont celles du document, mot pour mot", async () => {
  await publishBook("abc-123-def");
  await waitForDelivery("abc-123-def", ({ status }) => status === "delivered");
  expect(lines().join("\n")).toContain(
    [
      "📡 Webhook en mode DÉVELOPPEMENT sans authentification",
      "📡 Envoi du webhook pour le job abc-123-def",
      `   URL: ${receiver.url}`,
      "   Environnement: development",
      "✅ Webhook envoyé avec succès pour le job abc-123-def",
      '   Réponse du webhook: {"success": true}',
    ].join("\n"),
  );
});

test.skipIf(!hasOpenssl)(
  "en production : HTTPS, secret en en-tête, masqué partout ailleurs même renvoyé en écho",
  async () => {
    const secret = "sorami-webhook-secret-key-2025";
    const known = createCertificate("localhost");
    const before = tls.getCACertificates("default");
    tls.setDefaultCACertificates([...before, known.ca]);
    const secure = await startReceiver({ tls: known });
    secure.behave((request, response) => {
      const echoed = String(request.headers["x-webhook-secret"]);
      response.writeHead(200, { "X-Echo": echoed }).end(`reçu ${echoed}`);
    });
    try {
      setEnv({ WEBHOOK_ALLOWED_HOSTS: "localhost" });
      await saveConfig({ environment: "production", url: secure.url, secret });
      await publishBook("en-production");
      const delivery = await waitForDelivery("en-production", ({ status }) => status !== "pending");
      expect(delivery.attempts).toMatchObject([{ outcome: "delivered" }]);
      const [request] = secure.requests;
      expect(request?.headers["x-webhook-secret"]).toBe(secret);
      expect(verify(new Webhook(secret, { format: "raw" }), request!)).toMatchObject({ environment: "production" });
      const shown = JSON.stringify(await getDelivery(delivery.id));
      expect(shown).toContain("••••••••");
      expect(shown + output.join("")).not.toContain(secret);
      expect(lines()).toContain("🔒 Webhook en mode PRODUCTION avec authentification");
    } finally {
      tls.setDefaultCACertificates(before);
      await secure.close();
    }
  },
);

test("le test passe par le vrai chemin, même éteint, et reste au journal des livraisons", async () => {
  await saveConfig({ enabled: false });
  const sent = await sendTest();
  expect(Object.keys(WebhookTest.parse(sent))).toEqual([
    "success",
    "message",
    "job_id",
    "environment",
    "webhook_url",
    "has_secret",
    "timestamp",
  ]);
  expect(sent).toMatchObject({
    success: true,
    message: "Webhook de test envoyé avec succès",
    webhook_url: receiver.url,
  });
  expect(sent.job_id).toMatch(/^test-[0-9a-f-]{36}$/);
  const [request] = receiver.requests;
  expect(request?.headers["x-webhook-event"]).toBe("webhook.test");
  expect(JSON.parse(request!.body.toString())).toMatchObject({
    status: "completed",
    book_data: { book_title: "Livre de test" },
  });
  expect(await findDelivery(sent.job_id)).toMatchObject({
    status: "delivered",
    attempts: [{ trigger: "test", outcome: "delivered" }],
  });
  await publishBook("eteint");
  expect(await findDelivery("eteint")).toMatchObject({ status: "disabled", attempts: [] });
});

test("un test qui échoue dit pourquoi, avec les mots du document, et n’est pas réessayé", async () => {
  receiver.behave(status(401));
  expect(await sendTest()).toMatchObject({
    success: false,
    message: "Erreur webhook: HTTP 401",
    attempt: { status: 401 },
  });
  expect(lines()).toContain("❌ Erreur webhook: HTTP 401");
  await receiver.close();
  const offline = await sendTest();
  expect(offline).toMatchObject({ success: false, message: "Erreur de connexion - Frontend hors ligne" });
  expect(offline.attempt).not.toHaveProperty("status");
  expect(lines()).toContain("❌ Erreur de connexion - Frontend hors ligne");
  expect(lines().some((line) => line.includes(`Job ${offline.job_id}: Personne ne répond`))).toBe(true);
  expect((await findDelivery(offline.job_id)).attempts).toHaveLength(1);
});

test("un délai dépassé a la ligne du document", async () => {
  receiver.behave(hang);
  await publishBook("muet");
  await waitForDelivery("muet", ({ status }) => status === "failed");
  expect(lines()).toContain("❌ Timeout du webhook");
});

test("les livraisons se lisent de la plus récente à la plus ancienne, page par page, et par job", async () => {
  receiver.behave(ok);
  for (const job of ["page-1", "page-2", "page-3"]) await publishBook(job);
  const first = await listDeliveries({ limit: 2 });
  expect(first.items.map(({ job_id }) => job_id)).toEqual(["page-3", "page-2"]);
  const second = await listDeliveries({ limit: 1, cursor: first.next_cursor ?? "" });
  expect(second.items.map(({ job_id }) => job_id)).toEqual(["page-1"]);
  await waitForDelivery("page-1", ({ status }) => status === "delivered");
  const { items } = await listDeliveries({ limit: 20, job_id: "page-1" });
  const bytes = Buffer.byteLength((await findDelivery("page-1")).event.body ?? "");
  expect(items).toMatchObject([
    {
      event_type: "book.completed",
      body_bytes: bytes,
      attempts: [{ response_body: '{"success": true}', message: null }],
    },
  ]);
});
