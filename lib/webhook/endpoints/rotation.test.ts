import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { StillClock } from "#testing/harness/clock.ts";
import { openDeliveryHarness, publishBook, setEnv, waitForIdleDelivery } from "#testing/harness/delivery.ts";
import { type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { now } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { requestHeaders } from "../attempt/headers.ts";
import { effective } from "./config.ts";
import { createEndpoint } from "./create.ts";
import { endSecret, rotateSecret } from "./rotate.ts";
import { getEndpoint } from "./view.ts";

const hour = 3_600_000;
const clock = new StillClock();
const forward = (ms: number) => clock.setTime(clock.now() + ms);
let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s", ENVIRONMENT: undefined });
  close = await openDeliveryHarness({ clock });
});
afterAll(async () => {
  await close();
  await receiver.close();
});
beforeEach(async () => {
  await waitForIdleDelivery();
  await db().$executeRaw`TRUNCATE "Endpoint", "Event" CASCADE`;
  setEnv({ WEBHOOK_SECRET: undefined });
  receiver.requests.length = 0;
});

const webhook = (secret: string) =>
  secret.startsWith("whsec_") ? new Webhook(secret) : new Webhook(secret, { format: "raw" });

/** The signatures of the next event, each named by the secret that made it. */
async function signers(job: string, secrets: string[]): Promise<(string | undefined)[]> {
  const before = receiver.requests.length;
  await publishBook(job);
  const request = (await receiver.received(before + 1)).at(-1)!;
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature } = request.headers;
  const date = new Date(Number(timestamp) * 1000);
  const expected = secrets.map((secret) => webhook(secret).sign(String(id), date, request.body.toString()));
  return String(signature ?? "")
    .split(" ")
    .map((one) => secrets[expected.indexOf(one)]);
}

test("deux rotations de suite : toutes les clés valides signent, l’actuelle d’abord, jusqu’à leur heure", async () => {
  const first = "secret-de-la-variable";
  setEnv({ WEBHOOK_SECRET: first });
  const second = (await rotateSecret("default", { overlap_hours: 24 })).secret!;
  expect((await getEndpoint("default")).keys).toMatchObject([
    { current: true, source: "page", expires_at: null },
    { current: false, source: "environment", expires_at: expect.any(String) },
  ]);
  await forward(hour);
  const third = (await rotateSecret("default", { overlap_hours: 48 })).secret!;
  const all = [first, second, third];
  expect(await signers("apres-deux", all)).toEqual([third, second, first]);
  const { keys } = await getEndpoint("default");
  expect(keys.map(({ current }) => current)).toEqual([true, false, false]);
  const ends = keys.map(
    ({ expires_at }) => expires_at && Math.round((Date.parse(expires_at) - now().getTime()) / hour),
  );
  expect(ends).toEqual([null, 48, 23]);
  await forward(23 * hour + 1000);
  expect(await signers("apres-un-jour", all)).toEqual([third, second]);
  expect((await getEndpoint("default")).keys).toHaveLength(2);
  await forward(25 * hour);
  expect(await signers("apres-deux-jours", all)).toEqual([third]);
});

test("en production, X-Webhook-Secret porte la plus ancienne clé valide, ou rien quand il est coupé", async () => {
  const { row, secret } = await createEndpoint({ url: receiver.url, secret: "ancien-secret" });
  expect(secret).toBeUndefined();
  const rotated = await rotateSecret(row.id, { overlap_hours: 1 });
  const sending = { ...effective(rotated.row), environment: "production" as const };
  const event = { id: "evt_1", type: "book.completed", body: Buffer.from("{}") };
  expect(requestHeaders(event, sending, { at: now() })["X-Webhook-Secret"]).toBe("ancien-secret");
  expect(requestHeaders(event, { ...sending, sendSecret: false }, { at: now() })).not.toHaveProperty(
    "X-Webhook-Secret",
  );
  await forward(2 * hour);
  const later = { ...effective(rotated.row), environment: "production" as const };
  expect(requestHeaders(event, later, { at: now() })["X-Webhook-Secret"]).toBe(rotated.secret);
});

test("sans recouvrement, la nouvelle clé est seule aussitôt", async () => {
  const { row } = await createEndpoint({ url: receiver.url, event_types: ["book.failed"] });
  await rotateSecret(row.id, { overlap_hours: 24 });
  await rotateSecret(row.id, { overlap_hours: 0 });
  expect((await getEndpoint(row.id)).keys).toMatchObject([{ current: true }]);
  setEnv({ WEBHOOK_SECRET: "de-la-variable" });
  const { secret } = await rotateSecret("default", { overlap_hours: 0 });
  expect(await signers("seule", [secret!, "de-la-variable"])).toEqual([secret]);
});

test("deux rotations à la fois laissent une seule clé actuelle", async () => {
  const { row } = await createEndpoint({ url: receiver.url });
  await Promise.all([1, 2, 3, 4].map(() => rotateSecret(row.id, { overlap_hours: 24 })));
  const { keys } = await getEndpoint(row.id);
  expect(keys.filter(({ current }) => current)).toHaveLength(1);
  expect(keys).toHaveLength(5);
});

test("l’ancienne clé ne s’arrête pas tant qu’elle seule a vérifié récemment", async () => {
  const { row } = await createEndpoint({ url: receiver.url });
  const rotated = await rotateSecret(row.id, { overlap_hours: 168 });
  const [current, old] = (await getEndpoint(row.id)).keys;
  await db().endpointKey.update({ where: { id: old!.id }, data: { lastVerifiedAt: now() } });
  await expect(endSecret(row.id, old!.id)).rejects.toMatchObject({ code: "conflict" });
  await expect(endSecret(row.id, current!.id)).rejects.toMatchObject({ code: "conflict" });
  await db().endpointKey.update({ where: { id: current!.id }, data: { lastVerifiedAt: now() } });
  expect((await endSecret(row.id, old!.id)).keys).toHaveLength(1);
  expect(rotated.row.keys).toHaveLength(2);
});

test("cinq clés signent au plus : une rotation de trop est refusée, et dit que faire", async () => {
  setEnv({ WEBHOOK_SECRET: "secret-de-la-variable" });
  for (let nth = 0; nth < 4; nth++) await rotateSecret("default", { overlap_hours: 168 });
  const { keys } = await getEndpoint("default");
  expect(keys).toHaveLength(5);
  const refused = { code: "conflict", message: expect.stringMatching(/5 clés .+ sans recouvrement/) };
  await expect(rotateSecret("default", { overlap_hours: 1 })).rejects.toMatchObject(refused);
  expect((await getEndpoint("default")).keys).toEqual(keys);
  await endSecret("default", keys[4]!.id);
  await rotateSecret("default", { overlap_hours: 1 });
  expect((await getEndpoint("default")).keys).toHaveLength(5);
  await rotateSecret("default", { overlap_hours: 0 });
  expect((await getEndpoint("default")).keys).toMatchObject([{ current: true }]);
  for (let nth = 0; nth < 4; nth++) await rotateSecret("default", { overlap_hours: 168 });
  await forward(168 * hour + 1000);
  await rotateSecret("default", { overlap_hours: 168 });
  expect((await getEndpoint("default")).keys).toHaveLength(2);
});
