import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  openDeliveryHarness,
  publishBook,
  setEnv,
  waitForDelivery,
  waitForIdleDelivery,
} from "#testing/harness/delivery.ts";
import { type Behaviour, type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { fingerprint } from "./contract/fingerprint.ts";
import { parseSecrets } from "./contract/secret.ts";
import { db, transaction } from "./database/client.ts";
import { receive } from "./library/receive.ts";
import { replaceReceiverSecrets } from "./library/secrets.ts";
import { secretsForReceiver } from "./webhook/endpoints/receiver-secrets.ts";
import { endSecret, rotateSecret } from "./webhook/endpoints/rotate.ts";
import { getEndpoint } from "./webhook/endpoints/view.ts";

/** Answers as this repository's own receiver does, over real HTTP. */
const answerAsOwnReceiver: Behaviour = async ({ body, headers, path }, response) => {
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    body: new Uint8Array(body),
  });
  const answer = await receive(request);
  response.writeHead(answer.status, { "Content-Type": "application/json" }).end(await answer.text());
};

let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  setEnv({ WEBHOOK_RETRY_SCHEDULE: "0s", ENVIRONMENT: undefined, APP_SECRET: "a".repeat(32) });
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url });
  close = await openDeliveryHarness();
});
afterAll(async () => {
  await close();
  await receiver.close();
});
beforeEach(() => {
  setEnv({ WEBHOOK_SECRET: "secret-de-la-variable" });
  receiver.behave(answerAsOwnReceiver);
});
afterEach(async () => {
  await waitForIdleDelivery();
  await db().$executeRaw`TRUNCATE "Endpoint", "Event", "InboxEntry", "ReceiverSecret" CASCADE`;
});

const named = (secret: string) => fingerprint(parseSecrets(secret)![0]);
async function delivered(job: string) {
  await publishBook(job);
  return (await waitForDelivery(job, ({ status }) => status === "delivered")).attempts[0]!;
}
const use = async () =>
  (await getEndpoint("default")).keys.map((key) => ({ name: key.fingerprint, used: key.last_verified_at !== null }));

test("le récepteur dit quelle clé a vérifié : l’ancienne, tant qu’il ne connaît qu’elle, puis la nouvelle", async () => {
  const old = named("secret-de-la-variable");
  expect(await use()).toEqual([{ name: old, used: false }]);
  expect((await delivered("avant")).verifiedKey).toBe(old);
  expect(await use()).toEqual([{ name: old, used: true }]);
  expect(await db().inboxEntry.findFirstOrThrow()).toMatchObject({ verification: "signature", keyFingerprint: old });

  const secret = (await rotateSecret("default", { overlap_hours: 24 })).secret!;
  expect(await use()).toEqual([
    { name: named(secret), used: false },
    { name: old, used: true },
  ]);
  expect((await delivered("pendant")).verifiedKey).toBe(old);
  const [, kept] = (await getEndpoint("default")).keys;
  await expect(endSecret("default", kept!.id)).rejects.toMatchObject({ code: "conflict" });

  await transaction((tx) => replaceReceiverSecrets(tx, secretsForReceiver));
  expect((await delivered("adoptée")).verifiedKey).toBe(named(secret));
  expect((await use()).map(({ used }) => used)).toEqual([true, true]);
  expect((await endSecret("default", kept!.id)).keys).toHaveLength(1);
  expect((await delivered("après")).verifiedKey).toBe(named(secret));
});

test("la dernière fois s’écrit à la minute près, pas à chaque envoi", async () => {
  await rotateSecret("default", { overlap_hours: 24 });
  await transaction((tx) => replaceReceiverSecrets(tx, secretsForReceiver));
  const last = async () => (await db().endpointKey.findFirstOrThrow({ where: { expiresAt: null } })).lastVerifiedAt!;
  await delivered("un");
  const first = await last();
  await sleep(20);
  await delivered("deux");
  expect(await last()).toEqual(first);
  const earlier = new Date(first.getTime() - 61_000);
  await db().endpointKey.updateMany({ data: { lastVerifiedAt: earlier } });
  await delivered("trois");
  expect((await last()).getTime()).toBeGreaterThan(first.getTime());
});

test.each([
  ["ne dit rien", "{}"],
  ["nomme une clé qui n’a pas signé", '{"verified_with":"0123456789ab"}'],
  ["raconte autre chose", '{"verified_with":{"toString":1}}'],
  ["ne parle pas JSON", '"verified_with"{'],
])("un récepteur qui %s n’est pas cru", async (name, answer) => {
  receiver.behave((_request, response) => response.writeHead(200).end(answer));
  expect((await delivered(name)).verifiedKey).toBeNull();
  expect((await use()).map(({ used }) => used)).toEqual([false]);
});
