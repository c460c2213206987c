import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { BookRequest } from "../../contract/book.ts";
import { db, transaction } from "../../database/client.ts";
import { changeEndpoint } from "../../webhook/endpoints/change.ts";
import { createEndpoint } from "../../webhook/endpoints/create.ts";
import { deleteEndpoint } from "../../webhook/endpoints/delete.ts";
import { saveConfig } from "../../webhook/endpoints/save-config.ts";
import { publish } from "../../webhook/publish.ts";
import { orderOf } from "../book/order-of.ts";
import { getOutline } from "./approval.ts";
import { cancelJob } from "./cancel.ts";
import { createJob } from "./create.ts";
import { hashOf } from "./insert-job.ts";
import { getJob, getJobDetail, getResult, listJobs } from "./jobs.ts";
import { retryJob } from "./retry.ts";

const here = "http://localhost:3000/api/webhooks/book-completion";

let close: () => Promise<void>;
beforeAll(async () => {
  setEnv({ BOOK_MODEL: "demo", WEBHOOK_URL: here });
  close = await openTestDatabase();
});
afterAll(async () => {
  await close();
  setEnv({ BOOK_MODEL: undefined, WEBHOOK_URL: undefined });
});

const order = (fields: object = {}, key?: string) =>
  createJob(BookRequest.parse({ title: "Mon livre", topic: "Les phares", goal: "Comprendre", ...fields }), key);
const refused = (path: string) => ({ code: "invalid", issues: [{ path }] });
const rowOf = (id: string) => db().job.findUniqueOrThrow({ where: { id } });

test("l’identifiant du client est celui de la rédaction, et la même demande ne la commence qu’une fois", async () => {
  const metadata = JSON.parse('{"z": 1, "organizationId": null, "__proto__": {"x": "\\u0000"}, "a": [1e20]}');
  const first = await order({ jobId: "cmh3abc", metadata, userId: "cmu1" });
  expect(first.job_id).toBe("cmh3abc");
  const again = Array.from({ length: 10 }, () => order({ userId: "cmu1", metadata, jobId: "cmh3abc" }));
  for (const answer of await Promise.all(again)) expect(answer).toEqual(first);
  const { organizationId, ...others } = metadata;
  expect(await order({ jobId: "cmh3abc", metadata: { organizationId, ...others }, userId: "cmu1" })).toEqual(first);
  expect(JSON.stringify((await getJob("cmh3abc")).metadata)).toBe(JSON.stringify(metadata));
  expect(await db().job.count({ where: { id: "cmh3abc" } })).toBe(1);
  for (const other of [{}, { userId: "cmu1" }, { metadata, userId: "cmu2" }, { metadata, userId: "cmu1", chapters: 3 }])
    await expect(order({ jobId: "cmh3abc", ...other })).rejects.toMatchObject(refused("jobId"));
});

test("dix demandes différentes au même moment sous un identifiant : une seule est prise", async () => {
  const asked = Array.from({ length: 10 }, (_, n) => order({ jobId: "course", goal: `But ${n}` }));
  const settled = await Promise.allSettled(asked);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of settled) if (one.status === "rejected") expect(one.reason).toMatchObject(refused("jobId"));
});

test("une clé d’idempotence et un identifiant vont ensemble", async () => {
  const first = await order({ jobId: "avec-cle" }, "cle-1");
  expect(await order({ jobId: "avec-cle" }, "cle-1")).toEqual(first);
  expect(await order({ jobId: "avec-cle" }, "cle-2")).toEqual(first);
  expect(await order({ jobId: "avec-cle" })).toEqual(first);
  await expect(order({ jobId: "une-autre" }, "cle-1")).rejects.toMatchObject(refused("Idempotency-Key"));
  await expect(order({}, "cle-1")).rejects.toMatchObject(refused("Idempotency-Key"));
});

test("la liste reste dans l’ordre de création, quels que soient les identifiants", async () => {
  const ids = ["zz", "0", "mm", "a:b", "A.B"];
  for (const jobId of ids) await order({ jobId });
  const generated = await order();
  const newest = [generated.job_id, ...ids.toReversed()];
  const seen: string[] = [];
  let cursor: string | undefined;
  while (seen.length < newest.length) {
    const page = await listJobs({ limit: 2, ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ job_id }) => job_id));
    cursor = page.next_cursor ?? undefined;
  }
  expect(seen).toEqual(newest);
});

test("le genre est gardé avec la commande ; une commande d’avant les genres reste la même", async () => {
  const first = await order({ jobId: "sans-genre" });
  expect(await order({ jobId: "sans-genre", genre: "essay" })).toEqual(first);
  await expect(order({ jobId: "sans-genre", genre: "poetry" })).rejects.toMatchObject(refused("jobId"));
  const { genre: _usual, ...before } = BookRequest.parse({ topic: "Les phares", goal: "Comprendre" });
  const asked = (genre: "essay" | "poetry") => hashOf({ ...before, genre });
  const known = createHash("sha256").update(
    '{"fields":[["goal","Comprendre"],["language","fr"],["topic","Les phares"],["words_per_chapter",3000]]}',
  );
  expect(asked("essay")).toBe(known.digest("hex"));
  expect(asked("poetry")).not.toBe(asked("essay"));
  const { job_id } = await order({ genre: "poetry" });
  expect((await getJobDetail(job_id)).options.genre).toBe("poetry");
  await db().job.update({ where: { id: job_id }, data: { options: {} } });
  expect((await getJobDetail(job_id)).options.genre).toBe("essay");
});

test("webhookUrl est une destination, à son écriture près, et elle seule reçoit", async () => {
  const other = (await createEndpoint({ url: "http://127.0.0.1:4000/Livres?a=1" })).row.id;
  const spellings: [string, string][] = [
    [here, "default"],
    ["HTTP://LOCALHOST:3000/api/webhooks/book-completion", "default"],
    ["http://localhost:3000/api/./webhooks/x/../book-completion#fin", "default"],
    ["http://127.0.0.1:4000/Livres?a=1", other],
    ["http://127.1:4000/Livres?a=1", other],
  ];
  for (const [webhookUrl, endpointId] of spellings)
    expect((await rowOf((await order({ webhookUrl })).job_id)).endpointId, webhookUrl).toBe(endpointId);
  for (const webhookUrl of [
    "",
    "livres",
    `${here}/`,
    "http://localhost/api/webhooks/book-completion",
    "http://127.0.0.1:4000/livres?a=1",
  ])
    await expect(order({ webhookUrl }), webhookUrl).rejects.toMatchObject(refused("webhookUrl"));

  const publishFor = async (jobId: string) => {
    await order({ jobId, userId: "cmu1", webhookUrl: "http://127.0.0.1:4000/Livres?a=1" });
    const job = await rowOf(jobId);
    await transaction((tx) => publish(tx, { ...orderOf(job), title: "t", type: "book.failed", error: "e" }));
    const where = { jobId };
    return { event: await db().event.findFirstOrThrow({ where }), deliveries: await db().delivery.findMany({ where }) };
  };
  const { event, deliveries } = await publishFor("choisie");
  expect(deliveries).toMatchObject([{ endpointId: other, status: "pending" }]);
  const body = JSON.parse(event.body ?? "");
  expect(Object.keys(body)).toEqual(["job_id", "status", "timestamp", "environment", "error", "user_id"]);
  expect(body).toMatchObject({ job_id: "choisie", user_id: "cmu1" });

  // The choice follows the endpoint to its new address, and the first answer stays the answer.
  await changeEndpoint(other, { url: "http://127.0.0.1:4001/" });
  expect(
    await order({ jobId: "choisie", userId: "cmu1", webhookUrl: "http://127.0.0.1:4000/Livres?a=1" }),
  ).toMatchObject({
    job_id: "choisie",
  });
  await changeEndpoint(other, { url: "http://127.0.0.1:4000/Livres?a=1" });
  await order({ jobId: "veuve", webhookUrl: "http://127.0.0.1:4000/Livres?a=1" });
  await deleteEndpoint(other);
  const job = await rowOf("veuve");
  await transaction((tx) => publish(tx, { ...orderOf(job), title: "t", type: "book.failed", error: "e" }));
  const left = await db().delivery.findMany({ where: { jobId: "veuve" } });
  expect(left).toMatchObject([{ endpointId: other, status: "disabled" }]);
});

test("sans userId, la charge finit comme celle de la spécification", async () => {
  const { job_id } = await order();
  const job = await rowOf(job_id);
  await saveConfig({ enabled: false });
  await transaction((tx) => publish(tx, { ...orderOf(job), title: "t", type: "book.failed", error: "e" }));
  const { body } = await db().event.findFirstOrThrow({ where: { jobId: job_id } });
  expect(Object.keys(JSON.parse(body ?? ""))).toEqual(["job_id", "status", "timestamp", "environment", "error"]);
});

test("un UUID trouve sa rédaction dans toute casse, l’identifiant d’un client dans la sienne seulement", async () => {
  const { job_id: ours } = await order();
  const upper = "0198C0DE-AAAA-7BBB-8CCC-DDDDEEEEFFFF";
  const mixed = "0198c0de-aaaa-7bbb-8ccc-DDDDEEEEFFFF";
  for (const jobId of [upper, mixed, upper.toLowerCase(), "Abc-1", "cancel"]) await order({ jobId });
  expect((await getJob(ours.toUpperCase())).job_id).toBe(ours);
  for (const id of [upper, mixed, upper.toLowerCase(), "Abc-1", "cancel"]) expect((await getJob(id)).job_id).toBe(id);
  expect((await getJob("0198C0DE-aaaa-7bbb-8ccc-ddddeeeeffff")).job_id).toBe(upper.toLowerCase());
  expect((await getJobDetail(ours.toUpperCase())).job_id).toBe(ours);
  await expect(getOutline(ours.toUpperCase())).rejects.toMatchObject({ code: "conflict" });
  expect(await getResult(ours.toUpperCase())).toEqual({ status: "pending" });
  expect((await cancelJob(ours.toUpperCase())).job_id).toBe(ours);
  expect((await retryJob(ours.toUpperCase())).job_id).toBe(ours);
  for (const id of ["abc-1", "CANCEL", "..", "0198C0DE-0000-7BBB-8CCC-DDDDEEEEFFFF"])
    await expect(getJob(id)).rejects.toMatchObject({ code: "not_found" });
});
