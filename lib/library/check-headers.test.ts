import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { signatureHeaders } from "#testing/harness/webhook-request.ts";
import { db, transaction } from "../database/client.ts";
import { checkBeforeBody } from "./check-headers.ts";
import { replaceReceiverSecrets } from "./secrets.ts";

const secret = "sorami-webhook-secret-key-2025";
const json = { "Content-Type": "application/json" };
const signed = signatureHeaders("{}", { key: "x" });

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
afterEach(async () => {
  setEnv({ ENVIRONMENT: undefined, WEBHOOK_SECRET: undefined, APP_SECRET: undefined });
  await db().receiverSecret.deleteMany();
});

const production = (WEBHOOK_SECRET?: string) =>
  setEnv({ ENVIRONMENT: "production", WEBHOOK_SECRET, APP_SECRET: "a".repeat(32) });

async function checked(headers: Record<string, string>) {
  const verdict = await checkBeforeBody(new Headers({ ...json, ...headers }));
  return verdict instanceof Response ? verdict.status : verdict.trusted;
}

const cases: [string, Record<string, string>, number | boolean][] = [
  ["rien", {}, 401],
  ["un mauvais secret", { "X-Webhook-Secret": "faux" }, 401],
  ["le secret", { "X-Webhook-Secret": secret }, true],
  ["une signature", signed, false],
  ["une signature à côté du secret", { ...signed, "X-Webhook-Secret": secret }, false],
  ["un vieil horodatage", { ...signed, "webhook-timestamp": "1" }, 401],
  ["un identifiant mal formé", { ...signed, "webhook-id": "a b" }, 401],
  ["une signature d’une autre version", { ...signed, "webhook-signature": "v2,x" }, 401],
  ["un corps annoncé trop grand", { ...signed, "Content-Length": String(10 * 1024 * 1024 + 1) }, 413],
  ["un corps compressé", { ...signed, "Content-Encoding": "gzip" }, 415],
  ["un autre type", { ...signed, "Content-Type": "text/plain" }, 415],
];

for (const where of ["la variable", "la page"])
  test.each(cases)(
    `le secret dans ${where}, les en-têtes suffisent pour juger : %s`,
    async (_name, headers, verdict) => {
      production(where === "la variable" ? secret : undefined);
      const accepted = [{ setting: secret, expiresAt: null }];
      if (where === "la page") await transaction((tx) => replaceReceiverSecrets(tx, async () => accepted));
      expect(await checked(headers)).toBe(verdict);
    },
  );

test("sans aucun secret, rien n’est attendu ; en développement, seul ce qui ne peut être un livre est refusé", async () => {
  production();
  expect([await checked(signed), await checked({})]).toEqual([503, 503]);
  setEnv({ ENVIRONMENT: "development" });
  expect([await checked({}), await checked(signed)]).toEqual([false, false]);
  expect(await checked({ "Content-Type": "text/plain" })).toBe(415);
});

test("un secret que la page vient de donner vaut aussitôt, pour tous ceux qui le montrent à la fois", async () => {
  production(secret);
  const strangers = Array.from({ length: 20 }, () => checked({ "X-Webhook-Secret": "faux" }));
  await transaction((tx) =>
    replaceReceiverSecrets(tx, async () => [{ setting: "autre-secret-2025", expiresAt: null }]),
  );
  const known = Array.from({ length: 20 }, () => checked({ "X-Webhook-Secret": "autre-secret-2025" }));
  expect(new Set(await Promise.all(known))).toEqual(new Set([true]));
  expect(new Set(await Promise.all(strangers))).toEqual(new Set([401]));
});
