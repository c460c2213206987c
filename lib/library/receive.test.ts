import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { payload, signatureHeaders, webhookRequest } from "#testing/harness/webhook-request.ts";
import { db, transaction } from "../database/client.ts";
import { reloadEnv } from "../env.ts";
import { getBook } from "./books.ts";
import { receive } from "./receive.ts";
import { replaceReceiverSecrets } from "./secrets.ts";

const secret = "sorami-webhook-secret-key-2025";
const whsec = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

function mode(variables: Record<string, string>) {
  for (const name of ["ENVIRONMENT", "WEBHOOK_SECRET"]) delete process.env[name];
  process.env.APP_SECRET = "a".repeat(32);
  Object.assign(process.env, variables);
  reloadEnv();
}

async function stored() {
  return { events: await db().inboxEntry.count(), books: await db().book.count() };
}

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
beforeEach(() => mode({ ENVIRONMENT: "production", WEBHOOK_SECRET: `${secret} ${whsec}` }));
afterEach(async () => {
  mode({});
  await db().$executeRaw`TRUNCATE "InboxEntry", "Book", "ReceiverSecret" CASCADE`;
});

const body = JSON.stringify(payload());
const now = () => Math.floor(Date.now() / 1000);

test("le curl du document est accepté, et le livre revient mot pour mot", async () => {
  const sent = payload({}, { book_title: "É\u202f! 👩‍🚀 \u0301 <b>" });
  const response = await receive(webhookRequest(sent, { "X-Webhook-Secret": secret }));
  expect(response.status).toBe(200);
  const receipt = await response.json();
  expect(receipt).toEqual({
    success: true,
    message: "Webhook reçu et traité avec succès",
    job_id: "abc-123-def",
    book_id: expect.any(String),
    verified_with: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
  expect(await getBook(receipt.book_id)).toMatchObject({ ...sent.book_data, job_id: "abc-123-def" });
});

const accepted: [string, () => Record<string, string>][] = [
  ["le secret ASCII, en en-tête", () => ({ "X-Webhook-Secret": secret })],
  ["le secret whsec_, en en-tête", () => ({ "X-Webhook-Secret": whsec })],
  ["une signature au secret ASCII", () => signatureHeaders(body, { key: secret })],
  ["une signature au secret whsec_", () => signatureHeaders(body, { key: Buffer.alloc(32, 7) })],
  [
    "une signature juste à côté d’un mauvais secret",
    () => ({ ...signatureHeaders(body, { key: secret }), "X-Webhook-Secret": "x" }),
  ],
  ["300 s de retard", () => signatureHeaders(body, { key: secret, timestamp: String(now() - 299) })],
  [
    "plusieurs signatures dont une juste",
    () => {
      const headers = signatureHeaders(body, { key: secret });
      return { ...headers, "webhook-signature": `v1a,AAAA v1,AAAA ${headers["webhook-signature"]} v2,x` };
    },
  ],
];

for (const [name, headers] of accepted)
  test(`la production accepte ${name}`, async () => {
    expect((await receive(webhookRequest(body, headers()))).status).toBe(200);
    expect(await stored()).toEqual({ events: 1, books: 1 });
  });

const at = (timestamp: string) => () => signatureHeaders(body, { key: secret, timestamp });
const refused: [string, () => Record<string, string>][] = [
  ["rien", () => ({})],
  ["un mauvais secret", () => ({ "X-Webhook-Secret": `${secret}x` })],
  ["tous les secrets à la fois", () => ({ "X-Webhook-Secret": `${secret} ${whsec}` })],
  ["un secret vide", () => ({ "X-Webhook-Secret": "" })],
  [
    "une mauvaise signature à côté du bon secret",
    () => ({ ...signatureHeaders(body, { key: "x" }), "X-Webhook-Secret": secret }),
  ],
  ["une signature vide à côté du bon secret", () => ({ "webhook-signature": "", "X-Webhook-Secret": secret })],
  ["une signature d’un autre corps", () => signatureHeaders(`${body} `, { key: secret })],
  ["une signature v1a", () => ({ ...signatureHeaders(body, { key: secret }), "webhook-signature": "v1a,AAAA" })],
  ["le texte whsec_ pris pour la clé", () => signatureHeaders(body, { key: whsec })],
  ["un horodatage suivi de lettres", () => at(`${now()}abc`)()],
  ["un horodatage signé +", () => at(`+${now()}`)()],
  ["un horodatage décimal", () => at(`${now()}.5`)()],
  ["un horodatage en notation scientifique", () => at("1e9")()],
  ["un horodatage en millisecondes", () => at(`${Date.now()}`)()],
  ["302 s de retard", () => at(`${now() - 302}`)()],
  ["302 s d’avance", () => at(`${now() + 302}`)()],
  ["un webhook-id à point", () => signatureHeaders(body, { key: secret, id: "a.b" })],
  ["un webhook-id vide", () => signatureHeaders(body, { key: secret, id: "" })],
  ["un webhook-id trop long", () => signatureHeaders(body, { key: secret, id: "a".repeat(256) })],
];

for (const [name, headers] of refused)
  test(`la production refuse ${name}`, async () => {
    const response = await receive(webhookRequest(body, headers()));
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: "Unauthorized", message: expect.any(String) });
    expect(await stored()).toEqual({ events: 0, books: 0 });
  });

test("un corps refusé n’est pas lu comme JSON", async () => {
  expect((await receive(webhookRequest("{", {}))).status).toBe(401);
});

test("sans aucun secret, la production répond 503", async () => {
  mode({ ENVIRONMENT: "production" });
  expect((await receive(webhookRequest(body, { "X-Webhook-Secret": "" }))).status).toBe(503);
  expect(await stored()).toEqual({ events: 0, books: 0 });
});

test("un secret donné par la page vaut aussi, chiffré, à côté de la variable", async () => {
  await transaction((tx) => replaceReceiverSecrets(tx, async () => [{ setting: "autre-secret", expiresAt: null }]));
  for (const key of ["autre-secret", secret])
    expect((await receive(webhookRequest(body, { "X-Webhook-Secret": key, "webhook-id": key }))).status).toBe(200);
  const { secret: sealed } = await db().receiverSecret.findFirstOrThrow();
  expect(Buffer.from(sealed).toString("latin1")).not.toContain("autre-secret");
  await transaction((tx) => replaceReceiverSecrets(tx, async () => [{ setting: "encore-un", expiresAt: null }]));
  expect((await receive(webhookRequest(body, { "X-Webhook-Secret": "autre-secret" }))).status).toBe(401);
});

test("un webhook-id envoyé deux fois est celui d’un seul événement", async () => {
  const headers = signatureHeaders(body, { key: secret });
  await receive(webhookRequest(body, headers));
  const again = await receive(webhookRequest(body, { ...headers, "webhook-id": "evt_1, evt_1" }));
  expect(await again.json()).toMatchObject({ success: true, duplicate: true });
  expect(await stored()).toEqual({ events: 1, books: 1 });
});

test("le développement ne refuse pas, même une mauvaise signature", async () => {
  mode({ ENVIRONMENT: "development", WEBHOOK_SECRET: secret });
  expect((await receive(webhookRequest(body, signatureHeaders(body, { key: "x" })))).status).toBe(200);
  expect(await db().inboxEntry.findFirstOrThrow()).toMatchObject({ verification: "none", webhookId: "evt_1" });
});
