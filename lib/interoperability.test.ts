import { Webhook as Reference } from "standardwebhooks";
import { Webhook as Svix } from "svix";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openDeliveryHarness, publishBook, setEnv, waitForIdleDelivery } from "#testing/harness/delivery.ts";
import { payload, webhookRequest } from "#testing/harness/webhook-request.ts";
import { type ReceivedRequest, type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { parseSecrets } from "./contract/secret.ts";
import { db } from "./database/client.ts";
import { receive } from "./library/receive.ts";
import { sign } from "./signature.ts";
import { createEndpoint } from "./webhook/endpoints/create.ts";
import { rotateSecret } from "./webhook/endpoints/rotate.ts";

/** The vector that the specification's own libraries are tested with. */
const vector = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: 1614265330,
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const libraries = [
  { name: "standardwebhooks", of: (secret: string) => new Reference(secret) },
  { name: "svix", of: (secret: string) => new Svix(secret) },
];

let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  setEnv({
    APP_SECRET: "a".repeat(32),
    ENVIRONMENT: undefined,
    WEBHOOK_SECRET: undefined,
    WEBHOOK_RETRY_SCHEDULE: "0s",
  });
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url });
  close = await openDeliveryHarness();
});
afterAll(async () => {
  await close();
  await receiver.close();
});
beforeEach(() => setEnv({ ENVIRONMENT: "production", WEBHOOK_SECRET: vector.secret }));
afterEach(async () => {
  setEnv({ ENVIRONMENT: undefined, WEBHOOK_SECRET: undefined });
  receiver.requests.length = 0;
  await waitForIdleDelivery();
  await db().$executeRaw`TRUNCATE "Endpoint", "Event", "InboxEntry" CASCADE`;
});

const text = ({ body }: ReceivedRequest) => body.toString();
const headersOf = ({ headers }: ReceivedRequest) => headers as Record<string, string>;
const [key] = parseSecrets(vector.secret)!;

test("le vecteur publié : notre signature, celle des deux bibliothèques et la sienne sont la même", () => {
  const { id, timestamp, body, signature } = vector;
  expect(sign(key, { id, timestamp, body: Buffer.from(body) })).toBe(signature);
  for (const { of } of libraries) expect(of(vector.secret).sign(id, new Date(timestamp * 1000), body)).toBe(signature);
});

test.each(libraries)(
  "ce qui part se vérifie avec $name, rotation comprise, et pas avec une autre clé",
  async ({ of }) => {
    setEnv({ ENVIRONMENT: undefined, WEBHOOK_SECRET: undefined });
    const created = await createEndpoint({ url: receiver.url, event_types: ["book.completed"] });
    const rotated = await rotateSecret(created.row.id, { overlap_hours: 1 });
    await publishBook("vers-une-bibliotheque");
    const requests = await receiver.received(2);
    const request = requests.find(({ headers }) => headers["webhook-signature"])!;
    for (const secret of [created.secret!, rotated.secret!])
      expect(() => of(secret).verify(text(request), headersOf(request))).not.toThrow();
    expect(String(request.headers["webhook-signature"]).split(" ")).toHaveLength(2);
    expect(() => of(vector.secret).verify(text(request), headersOf(request))).toThrow();
    expect(() => of(created.secret!).verify(`${text(request)} `, headersOf(request))).toThrow();
  },
);

const body = JSON.stringify(payload());
function signedBy(of: (secret: string) => Reference | Svix, changes: { id?: string; at?: Date; body?: string } = {}) {
  const { id = "msg_1", at = new Date(), body: signedBody = body } = changes;
  const signature = of(vector.secret).sign(id, at, signedBody);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": signature,
  };
}

test.each(libraries)("ce que $name signe est accepté en production, et rien d’autre", async ({ of }) => {
  const receipt = await receive(webhookRequest(body, signedBy(of)));
  expect(receipt.status).toBe(200);
  expect(await receipt.json()).toMatchObject({ success: true, verified_with: expect.any(String) });
  const other = signedBy(() => of(`whsec_${Buffer.alloc(32, 9).toString("base64")}`));
  expect((await receive(webhookRequest(body, other))).status).toBe(401);
  expect((await receive(webhookRequest(`${body} `, signedBy(of, { id: "msg_2" })))).status).toBe(401);
  expect((await receive(webhookRequest(body, signedBy(of, { at: new Date(Date.now() - 302_000) })))).status).toBe(401);
});

test("un identifiant à point ferait passer un message pour un autre : les bibliothèques l’acceptent, pas nous", async () => {
  const at = new Date();
  const seconds = String(Math.floor(at.getTime() / 1000));
  // Both are the bytes `a.<now>.<now>.{…}`: one signature covers two messages.
  const signature = new Reference(vector.secret).sign(`a.${seconds}`, at, body);
  const honest = { "webhook-id": `a.${seconds}`, "webhook-timestamp": seconds, "webhook-signature": signature };
  const confused = { ...honest, "webhook-id": "a" };
  for (const [read, headers] of [
    [body, honest],
    [`${seconds}.${body}`, confused],
  ] as const) {
    expect(() => new Reference(vector.secret).verify(read, headers, { jsonParse: false })).not.toThrow();
    expect(() => new Svix(vector.secret).verify(read, headers)).not.toThrow();
  }
  expect((await receive(webhookRequest(body, honest))).status).toBe(401);
  for (const id of ['msg_"1"', "msg 1", "é", ""])
    expect(
      (
        await receive(
          webhookRequest(
            body,
            signedBy((secret) => new Reference(secret), { id }),
          ),
        )
      ).status,
      id,
    ).toBe(401);
});

test("un horodatage mal écrit est refusé, là où les bibliothèques en lisent le début", async () => {
  const at = new Date();
  const seconds = Math.floor(at.getTime() / 1000);
  for (const written of [
    `${seconds}abc`,
    `+${seconds}`,
    `${seconds}.9`,
    `${seconds}e0`,
    `0x${seconds.toString(16)}`,
    "",
  ]) {
    const signature = `v1,${sign(key, { id: "msg_1", timestamp: written as unknown as number, body: Buffer.from(body) }).slice(3)}`;
    const headers = { "webhook-id": "msg_1", "webhook-timestamp": written, "webhook-signature": signature };
    expect((await receive(webhookRequest(body, headers))).status, written).toBe(401);
  }
});

test("une signature v1a, inconnue, ou mêlée de guillemets est refusée seule et ne gêne pas la bonne", async () => {
  const good = signedBy(libraries[0]!.of);
  for (const [index, other] of ["v1a,AAAA", "v2,AAAA", `"${good["webhook-signature"]}"`, "v1", ","].entries()) {
    const alone = { ...good, "webhook-signature": other };
    expect((await receive(webhookRequest(body, alone))).status, other).toBe(401);
    const both = { ...signedBy(libraries[0]!.of, { id: `msg_${index}` }) };
    both["webhook-signature"] = `${other} ${both["webhook-signature"]}`;
    expect((await receive(webhookRequest(body, both))).status, other).toBe(200);
  }
});
