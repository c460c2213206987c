import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type EndpointSecret, EndpointView } from "#lib/contract/endpoint.ts";
import { db } from "#lib/database/client.ts";
import { readReceiverSecrets } from "#lib/library/secrets.ts";
import { openTestDatabase } from "#testing/database/open.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import * as config from "../config/route.ts";
import * as key from "./[id]/keys/[key_id]/route.ts";
import * as rotation from "./[id]/rotate/route.ts";
import * as one from "./[id]/route.ts";
import * as all from "./route.ts";

const url = "http://localhost:9/hook";
let close: () => Promise<void>;
let answers: string[];
let output: string[];
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Endpoint", "ReceiverSecret" CASCADE`;
  setEnv({ ENVIRONMENT: undefined, WEBHOOK_SECRET: undefined, WEBHOOK_URL: undefined });
  setEnv({ APP_SECRET: "a".repeat(32) });
  answers = [];
  output = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => output.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

type Answer<T> = { status: number; body: T };
async function read<T>(answering: Promise<Response> | Response): Promise<Answer<T>> {
  const response = await answering;
  const text = await response.text();
  answers.push(text);
  return { status: response.status, body: (text && JSON.parse(text)) as T };
}
const sent = (method: string, body?: unknown) =>
  new Request("http://localhost/api", {
    method,
    headers: { "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const at = <P extends object>(params: P) => ({ params: Promise.resolve(params) });

type Refusal = { error: string; message: string; issues?: { path: string }[] };
type Told = EndpointSecret & Refusal;
const create = (body: object) => read<Told>(all.POST(sent("POST", body), {}));
const list = async () => (await read<{ items: EndpointView[] }>(all.GET(sent("GET"), {}))).body.items;
const get = (id: string) => read<EndpointView & Refusal>(one.GET(sent("GET"), at({ id })));
const patch = (id: string, body: object) => read<Told>(one.PATCH(sent("PATCH", body), at({ id })));
const remove = (id: string) => read<Refusal>(one.DELETE(sent("DELETE"), at({ id })));
const rotate = (id: string, body?: object) => read<Told>(rotation.POST(sent("POST", body), at({ id })));
const endKey = (id: string, key_id: string) =>
  read<EndpointView & Refusal>(key.DELETE(sent("DELETE"), at({ id, key_id })));
const refusedFields = ({ status, body }: Answer<Refusal>) => ({
  status,
  paths: body.issues?.map(({ path }) => path).sort(),
});

test("la destination de la configuration est la première ; une autre s’ajoute, avec une clé montrée une fois", async () => {
  expect(await list()).toMatchObject([{ id: "default", is_default: true, keys: [], missed: 0, failing: null }]);
  const { status, body } = await create({ url, event_types: ["book.failed", "book.failed"] });
  expect(status).toBe(201);
  expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(body.endpoint).toMatchObject({
    name: "localhost:9",
    environment: "development",
    enabled: true,
    blocked: null,
  });
  expect(body.endpoint.event_types).toEqual(["book.failed"]);
  expect(body.endpoint.keys).toMatchObject([{ current: true, source: "page", expires_at: null }]);
  const items = await list();
  expect(items.map(({ is_default }) => is_default)).toEqual([true, false]);
  for (const item of items) expect(EndpointView.parse(item)).toEqual(item);
  expect(JSON.stringify(items)).not.toContain(body.secret);
});

test("un secret donné n’est pas répété", async () => {
  const { body } = await create({ url, secret: "donné-par-qui-crée".replaceAll("é", "e") });
  expect(body).not.toHaveProperty("secret");
  expect(answers.join()).not.toContain("donne-par-qui-cree");
});

const refused: [string, object, string[]][] = [
  ["sans URL", {}, ["url"]],
  ["une URL lointaine en développement", { url: "https://example.com/" }, ["url"]],
  ["une URL privée en production", { url: "https://10.0.0.1/", environment: "production" }, ["url"]],
  ["des identifiants dans l’URL", { url: "http://a:b@localhost/" }, ["url"]],
  ["l’abonnement au test", { url, event_types: ["webhook.test"] }, ["event_types.0"]],
  ["un calendrier illisible", { url, retry_schedule: "bientôt" }, ["retry_schedule"]],
  ["un secret trop court", { url, secret: "whsec_AAAA" }, ["secret"]],
  ["un champ inconnu", { url, couleur: "bleu" }, [""]],
  ["un saut de ligne dans un en-tête", { url, headers: { "X-A": "a\r\nX-B: b" } }, ["headers.X-A"]],
  ["un NUL dans un en-tête", { url, headers: { "X-A": "a\0" } }, ["headers.X-A"]],
  ["un en-tête accentué", { url, headers: { "X-A": "é" } }, ["headers.X-A"]],
  ["un en-tête vide", { url, headers: { "X-A": "" } }, ["headers.X-A"]],
  ["un nom à espace", { url, headers: { "X A": "a" } }, ["headers.X A"]],
  ["un nom vide", { url, headers: { "": "a" } }, ["headers."]],
  ["un nom à deux-points", { url, headers: { "X-A:": "a" } }, ["headers.X-A:"]],
  ["deux fois le même nom", { url, headers: { "X-A": "a", "x-a": "b" } }, ["headers.x-a"]],
  [
    "21 en-têtes",
    { url, headers: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`X-${i}`, "a"])) },
    ["headers"],
  ],
];
test.each(refused)("refuse %s, en nommant le champ, et rien n’est créé", async (_name, body, paths) => {
  expect(refusedFields(await create(body))).toEqual({ status: 422, paths });
  expect(await db().endpoint.count({ where: { id: { not: "default" } } })).toBe(0);
});

test.each([
  ...["Content-Type", "user-agent", "ACCEPT-ENCODING", "Content-Length", "Content-Encoding", "Host", "Connection"],
  ...["Transfer-Encoding", "TE", "Trailer", "Upgrade", "Expect", "Keep-Alive", "Proxy-Authorization", "webhook-id"],
  ...["Webhook-Signature", "X-Webhook-Secret", "x-webhook-event", "Idempotency-Key", "HTTP2-Settings"],
])("l’en-tête %s est réservé", async (name) => {
  expect(refusedFields(await create({ url, headers: { [name]: "a" } }))).toEqual({
    status: 422,
    paths: [`headers.${name}`],
  });
});

test("les en-têtes sont masqués, chiffrés, ajoutés et retirés un à un, quelle que soit la casse", async () => {
  const created = await create({ url, headers: { Authorization: "Bearer jeton-de-test", "X-Garde": "reste-la" } });
  const { id } = created.body.endpoint;
  expect(created.body.endpoint.headers).toEqual({ Authorization: "••••••••", "X-Garde": "••••••••" });
  const changed = await patch(id, { headers: { authorization: null, "x-garde": "autre-valeur", Cookie: "a=b" } });
  expect(changed.body.endpoint.headers).toEqual({ "x-garde": "••••••••", Cookie: "••••••••" });
  expect((await patch(id, { name: "Renommée" })).body.endpoint.headers).toHaveProperty("Cookie");
  const row = await db().endpoint.findUniqueOrThrow({ where: { id } });
  const seen = answers.join() + output.join() + Buffer.from(row.headers!).toString("latin1");
  for (const value of ["jeton-de-test", "reste-la", "autre-valeur"]) expect(seen).not.toContain(value);
});

test("la destination principale se règle comme les autres, suit encore ses variables, et ne se supprime pas", async () => {
  setEnv({ WEBHOOK_URL: "http://localhost:1/a", WEBHOOK_SECRET: "de-la-variable" });
  const { body } = await patch("default", { name: "Chez nous", retry_schedule: "0s,1m", headers: { "X-A": "b" } });
  expect(body.endpoint).toMatchObject({ name: "Chez nous", url: "http://localhost:1/a", retry_schedule: "0s,1m" });
  expect(body.endpoint.keys).toMatchObject([{ id: "environment", source: "environment", current: true }]);
  setEnv({ WEBHOOK_URL: "http://localhost:2/b" });
  expect((await get("default")).body.url).toBe("http://localhost:2/b");
  expect((await patch("default", { retry_schedule: null })).body.endpoint.retry_schedule).toBeNull();
  expect((await remove("default")).status).toBe(409);
  expect((await endKey("default", "environment")).status).toBe(409);
});

test("X-Webhook-Secret ne se coupe pas en production sans clé pour signer", async () => {
  setEnv({ ENVIRONMENT: "production", WEBHOOK_URL: "https://8.8.8.8/" });
  const refusal = refusedFields(await patch("default", { send_secret: false }));
  expect(refusal).toEqual({ status: 422, paths: ["secret", "send_secret"] });
  setEnv({ WEBHOOK_SECRET: "un-secret-de-la-variable" });
  expect((await patch("default", { send_secret: false })).body.endpoint.send_secret).toBe(false);
});

test("un secret qui garde la production a seize caractères : il est refusé à la création, au changement et à la rotation", async () => {
  setEnv({ ENVIRONMENT: "production", WEBHOOK_URL: "https://8.8.8.8/" });
  for (const short of ["a", "quinze-signes-x", "123456789012345"]) {
    const created = await create({ url: "https://8.8.8.8/", secret: short });
    expect(refusedFields(created)).toEqual({ status: 422, paths: ["secret"] });
    expect(refusedFields(await rotate("default", { secret: short }))).toEqual({ status: 422, paths: ["secret"] });
    const configured = await read<Refusal>(config.POST(sent("POST", { secret: short }), {}));
    expect(refusedFields(configured)).toEqual({ status: 422, paths: ["secret"] });
  }
  expect((await create({ url: "https://8.8.8.8/", secret: "seize-caracteres" })).status).toBe(201);
});

test("éteindre et rallumer se datent ; une destination supprimée n’existe plus pour personne", async () => {
  const { id } = (await create({ url })).body.endpoint;
  const off = (await patch(id, { enabled: false })).body.endpoint;
  expect(off).toMatchObject({ enabled: false, disabled_at: expect.any(String), enabled_at: null });
  expect(off.blocked).not.toBeNull();
  const on = (await patch(id, { enabled: true })).body.endpoint;
  expect(on).toMatchObject({ enabled: true, blocked: null, disabled_at: off.disabled_at });
  expect(on.enabled_at! >= on.disabled_at!).toBe(true);
  expect((await remove(id)).status).toBe(204);
  for (const gone of [
    await get(id),
    await patch(id, { name: "x" }),
    await remove(id),
    await rotate(id),
    await get("\0"),
  ])
    expect(gone).toMatchObject({ status: 404, body: { error: "not_found" } });
  expect(await db().endpoint.findUnique({ where: { id }, include: { keys: true } })).toMatchObject({
    keys: [],
    headers: null,
  });
});

test("cinquante au plus, même demandées ensemble", async () => {
  const answered = await Promise.all(Array.from({ length: 55 }, () => create({ url })));
  expect(answered.filter(({ status }) => status === 201)).toHaveLength(49);
  expect(answered.filter(({ status }) => status === 409)).toHaveLength(6);
  expect(await list()).toHaveLength(50);
});

test("deux changements à la fois gardent chacun le leur", async () => {
  const { id } = (await create({ url })).body.endpoint;
  await Promise.all(Array.from({ length: 8 }, (_, index) => patch(id, { headers: { [`X-${index}`]: "a" } })));
  expect(Object.keys((await get(id)).body.headers)).toHaveLength(8);
});

test("après une rotation, ce déploiement reçoit avec l’ancienne clé et la nouvelle, jusqu’à la fin de l’ancienne", async () => {
  setEnv({ WEBHOOK_SECRET: undefined });
  await read(config.POST(sent("POST", { secret: "premier-secret" }), {}));
  const rotated = await rotate("default", { overlap_hours: 1 });
  const texts = async () => (await readReceiverSecrets()).map(({ text }) => text).sort();
  expect(await texts()).toEqual(["premier-secret", rotated.body.secret].sort());
  expect((await rotate("default", { overlap_hours: 169 })).status).toBe(422);
  const old = rotated.body.endpoint.keys.find(({ current }) => !current)!;
  expect((await endKey("default", rotated.body.endpoint.keys[0]!.id)).status).toBe(409);
  expect((await endKey("default", randomBytes(4).toString("hex"))).status).toBe(404);
  expect((await endKey("default", old.id)).body.keys).toHaveLength(1);
  expect(await texts()).toEqual([rotated.body.secret]);
  const again = await rotate("default", { overlap_hours: 0, secret: "donne-a-la-main" });
  expect(again.body).not.toHaveProperty("secret");
  expect(again.body.endpoint.keys).toHaveLength(1);
  expect(await texts()).toEqual(["donne-a-la-main"]);
});

test("une clé ne change pas à l’envoi quand elle ne peut pas changer à la réception", async () => {
  await read(config.POST(sent("POST", { secret: "premier-secret" }), {}));
  const kept = (await rotate("default")).body.endpoint;
  await db().$executeRaw`ALTER TABLE "ReceiverSecret" ADD CONSTRAINT nothing CHECK (id IS NULL) NOT VALID`;
  const old = kept.keys.find(({ current }) => !current)!;
  const changes = [
    () => read(config.POST(sent("POST", { secret: "second-secret" }), {})),
    () => rotate("default"),
    () => endKey("default", old.id),
  ];
  for (const change of changes) {
    expect((await change()).status).toBe(500);
    expect((await get("default")).body.keys).toEqual(kept.keys);
  }
  await db().$executeRaw`ALTER TABLE "ReceiverSecret" DROP CONSTRAINT nothing`;
  expect((await rotate("default")).status).toBe(200);
});

test("une clé n’est dans aucune réponse hors la première, dans aucun journal, et nulle part en clair dans la base", async () => {
  const created = await create({ url });
  const { id } = created.body.endpoint;
  const rotated = await rotate(id);
  const own = await rotate("default");
  await list();
  await get(id);
  await patch(id, { name: "Encore" });
  const first = [created, rotated, own].map(({ body }) => JSON.stringify(body));
  const secrets = [created, rotated, own].map(({ body }) => body.secret!);
  const tables = await db().$queryRaw<{ text: string }[]>`
    SELECT encode(secret, 'escape') AS text FROM "EndpointKey" UNION ALL
    SELECT encode(secret, 'escape') FROM "ReceiverSecret" UNION ALL SELECT row_to_json(e)::text FROM "Endpoint" e`;
  const later = answers.filter((text) => !first.includes(text)).join();
  const seen = later + output.join() + tables.map(({ text }) => text).join();
  for (const secret of secrets) {
    expect(answers.join().split(secret)).toHaveLength(2);
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain(secret.slice("whsec_".length));
  }
});
