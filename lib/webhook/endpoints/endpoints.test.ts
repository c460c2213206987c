import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openDeliveryHarness, publishBook, setEnv, waitForIdleDelivery } from "#testing/harness/delivery.ts";
import { type ReceivedRequest, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import type { EndpointCreate } from "../../contract/endpoint.ts";
import { db, transaction } from "../../database/client.ts";
import { webhookStatuses } from "../log/status.ts";
import { publish } from "../publish.ts";
import { resend } from "../resend/resend.ts";
import { changeEndpoint } from "./change.ts";
import { createEndpoint } from "./create.ts";
import { sealHeaders } from "./custom-headers.ts";
import { deleteEndpoint } from "./delete.ts";
import { getEndpoint } from "./view.ts";

let close: () => Promise<void>;
let first: Receiver;
let second: Receiver;
beforeAll(async () => {
  setEnv({ WEBHOOK_RETRY_SCHEDULE: "0s,1h", ENVIRONMENT: undefined, WEBHOOK_SECRET: undefined });
  close = await openDeliveryHarness();
});
afterAll(() => close());
beforeEach(async () => {
  [first, second] = [await startReceiver(), await startReceiver()];
  setEnv({ WEBHOOK_URL: first.url });
});
afterEach(async () => {
  await waitForIdleDelivery();
  await db().$executeRaw`TRUNCATE "Endpoint", "Event" CASCADE`;
  await first.close();
  await second.close();
});

const add = async (wanted: Partial<EndpointCreate> = {}) =>
  (await createEndpoint({ url: second.url, ...wanted })).row.id;
const deliveriesOf = (jobId: string) =>
  db().delivery.findMany({ where: { jobId }, include: { attempts: true }, orderBy: { id: "asc" } });
const jobOf = ({ body }: ReceivedRequest) => JSON.parse(body.toString()).job_id;

async function settled(jobId: string, condition: (all: Awaited<ReturnType<typeof deliveriesOf>>) => boolean) {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const deliveries = await deliveriesOf(jobId);
    if (condition(deliveries)) return deliveries;
    if (performance.now() > deadline)
      throw new Error(`Toujours ${JSON.stringify(deliveries.map((one) => one.status))}`);
    await sleep(20);
  }
}
const every = (wanted: string) => (all: Awaited<ReturnType<typeof deliveriesOf>>) =>
  all.length > 0 && all.every((one) => one.status === wanted);

test("un événement va, le même, à toutes les destinations qui le veulent, chacune avec sa clé", async () => {
  await add();
  const failures = await add({ event_types: ["book.failed"] });
  const off = await add({ enabled: false });
  await publishBook("tous");
  const deliveries = await settled("tous", (all) => all.every((one) => one.status !== "pending"));
  expect(deliveries.map(({ endpointId }) => endpointId)).not.toContain(failures);
  expect(deliveries.find(({ endpointId }) => endpointId === off)).toMatchObject({ status: "disabled", attempts: [] });
  expect(deliveries.filter((one) => one.status === "delivered")).toHaveLength(2);
  const here = first.requests[0]!;
  const there = second.requests[0]!;
  expect([first.requests.length, second.requests.length]).toEqual([1, 1]);
  expect(there.body.equals(here.body)).toBe(true);
  expect(there.headers["webhook-id"]).toBe(here.headers["webhook-id"]);
  expect(here.headers).not.toHaveProperty("webhook-signature");
  expect(there.headers["webhook-signature"]).toMatch(/^v1,\S+$/);

  await transaction((tx) => publish(tx, { type: "book.failed", jobId: "raté", title: "t", error: "e" }));
  const wanting = await settled("raté", (all) => all.every((one) => one.status !== "pending"));
  // The first destination's receiver may be the seed's own, which knows finished books alone.
  expect(wanting.map(({ endpointId }) => endpointId)).not.toContain("default");
  expect(wanting.map(({ endpointId }) => endpointId)).toContain(failures);
  expect(wanting).toHaveLength(3);
});

test("une mise à jour va à qui l’a choisie, et à la première si elle est ce déploiement", async () => {
  const chosen = await add();
  await add({ event_types: ["book.completed"] });
  const update = async (jobId: string) => {
    await publishBook(jobId);
    const sent = await publishBook(jobId, 30, "book.updated");
    const deliveries = await settled(jobId, every("delivered"));
    const updated = deliveries.filter(({ eventType }) => eventType === "book.updated");
    expect(updated).toHaveLength(sent);
    return updated.map(({ endpointId }) => endpointId).sort();
  };
  expect(await update("ailleurs")).toEqual([chosen].sort());
  setEnv({ PORT: String(first.port) });
  expect(await update("ici")).toEqual(["default", chosen].sort());
  setEnv({ PORT: undefined });
  const sent = first.requests.find(({ headers }) => headers["x-webhook-event"] === "book.updated");
  expect(JSON.parse(sent?.body.toString() ?? "")).toMatchObject({ job_id: "ici", status: "completed" });
});

test("l’état d’un envoi est celui de ce que chaque destination a reçu en dernier, mises à jour comprises", async () => {
  const statusOf = async (jobId: string) => (await webhookStatuses([jobId])).get(jobId)?.status;
  await publishBook("seule");
  await settled("seule", every("delivered"));
  expect(await publishBook("seule", 30, "book.updated")).toBe(0);
  expect(await statusOf("seule")).toBe("delivered");

  await add();
  first.behave(status(410));
  await publishBook("deux");
  await publishBook("deux", 30, "book.updated");
  await settled("deux", (all) => all.every((one) => one.status !== "pending"));
  expect(await statusOf("deux")).toBe("failed");
});

test("ne rien choisir, c’est choisir les événements d’aujourd’hui, et pour la première les livres terminés", async () => {
  const id = await add();
  const typesOf = async (endpoint: string) => (await getEndpoint(endpoint)).event_types;
  expect(await typesOf(id)).toEqual(["book.completed", "book.updated", "book.failed"]);
  expect(await typesOf("default")).toEqual(["book.completed"]);
  await changeEndpoint(id, { event_types: ["book.failed"] });
  await changeEndpoint("default", { event_types: ["book.failed", "book.completed"] });
  await changeEndpoint(id, { name: "Autre nom" });
  expect(await typesOf(id)).toEqual(["book.failed"]);
  expect(await typesOf("default")).toEqual(["book.failed", "book.completed"]);
  await changeEndpoint(id, { event_types: [] });
  await changeEndpoint("default", { event_types: [] });
  expect(await typesOf(id)).toEqual(["book.completed", "book.updated", "book.failed"]);
  expect(await typesOf("default")).toEqual(["book.completed"]);
});

test("les en-têtes ajoutés arrivent, masqués dans le journal même renvoyés en écho", async () => {
  const headers = { Authorization: "Bearer jeton-secret-42", "X-Zone": "zone-quarante-deux" };
  const id = await add({ headers });
  second.behave(({ headers: got }, response) => {
    const token = got.authorization!.split(" ")[1];
    response.writeHead(200, { "X-Echo": got["x-zone"]! }).end(`${token} ${got.authorization}`);
  });
  await publishBook("en-tetes");
  const delivery = (await settled("en-tetes", every("delivered"))).find(({ endpointId }) => endpointId === id)!;
  expect(second.requests[0]!.headers).toMatchObject({
    authorization: headers.Authorization,
    "x-zone": headers["X-Zone"],
  });
  expect(delivery.attempts[0]!.requestHeaders).toMatchObject({ Authorization: "••••••••", "X-Zone": "••••••••" });
  const [attempt] = await db().$queryRaw<{ text: string }[]>`
    SELECT row_to_json(a)::text || encode("responseBody", 'escape') AS text FROM "Attempt" a
    WHERE id = ${delivery.attempts[0]!.id}::uuid`;
  expect(attempt!.text).not.toMatch(/jeton-secret-42|zone-quarante-deux/);
});

test("un en-tête réservé, même déjà enregistré, ne remplace jamais le nôtre", async () => {
  const id = await add();
  const stored = { "content-type": "text/plain", "Webhook-Id": "faux", "USER-AGENT": "faux", "X-Reste": "oui" };
  await db().endpoint.update({ where: { id }, data: { headers: sealHeaders(stored) } });
  await publishBook("reserves");
  await settled("reserves", every("delivered"));
  expect(second.requests[0]!.headers).toMatchObject({
    "content-type": "application/json",
    "user-agent": expect.stringContaining("Sorami"),
    "webhook-id": expect.stringMatching(/^evt_/),
    "x-reste": "oui",
  });
});

test("supprimer : ce qui attend n’est plus envoyé, ce qui est en vol s’inscrit, le reste n’en sait rien", async () => {
  const id = await add();
  second.behave(status(503));
  await publishBook("attend");
  await settled("attend", (all) => all.some((one) => one.endpointId === id && one.attempts[0]?.outcome === "failed"));
  let letGo = () => {};
  second.behave(async (_request, response) => {
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
    response.writeHead(500).end();
  });
  await publishBook("en-vol");
  while (!second.requests.some((request) => jobOf(request) === "en-vol")) await sleep(10);
  await deleteEndpoint(id);
  const of = async (job: string) => (await deliveriesOf(job)).find(({ endpointId }) => endpointId === id)!;
  expect(await of("attend")).toMatchObject({ status: "disabled", nextAttemptAt: null, queueJobId: null });
  expect(await of("en-vol")).toMatchObject({ status: "pending" });
  letGo();
  await settled("en-vol", (all) => all.every((one) => one.status !== "pending"));
  expect(await of("en-vol")).toMatchObject({
    status: "disabled",
    attempts: [{ outcome: "failed", responseStatus: 500 }],
  });
  await publishBook("apres");
  expect(await settled("apres", every("delivered"))).toHaveLength(1);
  await resend((await of("attend")).id).catch(() => {});
  await settled("attend", (all) => all.every((one) => one.status !== "pending"));
  expect(second.requests).toHaveLength(2);
});
