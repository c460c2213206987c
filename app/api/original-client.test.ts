import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#lib/database/client.ts";
import { getResult } from "#lib/generation/jobs/jobs.ts";
import { boss } from "#lib/queue/boss.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { changeEndpoint } from "#lib/webhook/endpoints/change.ts";
import { setEnv, waitForIdleDelivery } from "#testing/harness/delivery.ts";
import { type GenerationHarness, openGenerationHarness, waitForJob } from "#testing/harness/generation.ts";
import { pollUntil } from "#testing/machine/poll.ts";
import {
  createOriginalClient,
  type Fetch,
  formChapters,
  recordedOrder,
  runOriginalScript,
} from "#testing/original/client.ts";
import { createOriginalReceiver, specificationReceiver } from "#testing/original/receiver.ts";
import { type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import * as jobStatus from "../job-status/[id]/route.ts";
import * as create from "./books/create/route.ts";
import * as result from "./books/result/[id]/route.ts";
import * as status from "./books/status/[id]/route.ts";
import * as statusOfJob from "./jobs/[id]/status/route.ts";
import * as reception from "./webhooks/book-completion/route.ts";

const api = "http://localhost:9006";
const receiverPath = "/api/webhooks/book-completion";

/** Sends a request to the route that Next would find for it. */
const call: Fetch = async (url, init) => {
  const { pathname } = new URL(url);
  const request = new Request(url, init);
  const at = { params: Promise.resolve({ id: decodeURIComponent(pathname.split("/").at(-1) ?? "") }) };
  if (pathname === "/api/books/create") return create.POST(request, {});
  if (pathname === receiverPath)
    return init?.method === "POST" ? reception.POST(request, {}) : reception.GET(request, {});
  if (pathname.startsWith("/api/books/result/")) return result.GET(request, at);
  if (pathname.startsWith("/api/books/status/")) return status.GET(request, at);
  if (pathname.startsWith("/job-status/")) return jobStatus.GET(request, at);
  const [, id = ""] = /^\/api\/jobs\/([^/]+)\/status$/.exec(pathname) ?? [];
  return statusOfJob.GET(request, { params: Promise.resolve({ id: decodeURIComponent(id) }) });
};
const client = createOriginalClient(call, api);

let harness: GenerationHarness;
let stopDelivery: () => Promise<void>;
let frontend: Receiver;
let original: ReturnType<typeof createOriginalReceiver>;
beforeAll(async () => {
  frontend = await startReceiver();
  harness = await openGenerationHarness({ WEBHOOK_URL: frontend.url, WEBHOOK_RETRY_SCHEDULE: "0s,50ms" });
  stopDelivery = await startDelivery(await boss());
});
afterAll(async () => {
  await stopDelivery();
  await harness.close();
  await frontend.close();
  setEnv({ WEBHOOK_URL: undefined, WEBHOOK_RETRY_SCHEDULE: undefined });
});
beforeEach(() => {
  original = createOriginalReceiver();
  frontend.behave(original.behaviour);
  frontend.requests.length = 0;
  harness.reset();
});
afterEach(async () => {
  setEnv({ ENVIRONMENT: undefined, WEBHOOK_SECRET: undefined });
  await waitForIdleDelivery();
  await db().$executeRaw`TRUNCATE "InboxEntry", "Book" CASCADE`;
});

/** Does as its frontend: its own job first, then the order with that job's id. */
async function order(fields: object = {}, expected = 200) {
  const body = { ...recordedOrder, webhookUrl: frontend.url, words_per_chapter: 200, ...fields };
  const { jobId } = body;
  original.jobs.set(jobId, { status: "RUNNING" });
  const response = await client.order(body);
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(expected);
  return answer;
}

const ended = (jobId: string) =>
  pollUntil(
    async () => original.jobs.get(jobId),
    (job) => job?.status !== "RUNNING",
    { timeoutMs: 20_000, toMessage: () => `${jobId} court toujours chez le client` },
  );

test("la commande d’origine est prise, suivie à ses trois adresses et livrée à son récepteur", async () => {
  const answer = await order({ chapters: formChapters });
  expect(answer).toEqual({
    job_id: "cmh3abc",
    status: "pending",
    message: "Génération de livre démarrée",
    created_at: expect.any(String),
  });
  await waitForJob("cmh3abc", "completed");
  expect(await ended("cmh3abc")).toEqual({
    status: "COMPLETED",
    title: "Mon livre",
    chapters: ["Introduction", "Développement", "Conclusion"],
    userId: "cmu1",
  });
  await waitForIdleDelivery();
  const statuses = await client.statuses("cmh3abc");
  for (const response of statuses) {
    expect(response.headers.get("content-type")).toMatch("application/json");
    expect(await response.json()).toMatchObject({
      job_id: "cmh3abc",
      status: "completed",
      progress: 100,
      title: "Mon livre",
      metadata: { organizationId: null },
      webhook: { status: "delivered", attempts: 1 },
      book_outline: formChapters,
    });
  }
  const [request] = frontend.requests;
  expect(request?.headers).not.toHaveProperty("x-webhook-secret");
  const payload = JSON.parse(request?.body.toString() ?? "");
  expect(Object.keys(payload)).toEqual(["job_id", "status", "timestamp", "environment", "book_data", "user_id"]);
  const book = await getResult("cmh3abc");
  expect(book).toEqual({ book: payload.book_data });
  expect(payload.book_data.outline).toEqual(formChapters);
  for (const { title, content } of payload.book_data.chapters) expect(content).toMatch(new RegExp(`^# ${title}\n`));
});

test.each([
  ["son exemple enregistré", {}],
  ["sans plan", { chapters: undefined }],
  ["sans titre", { title: undefined }],
  ["sans organisation", { metadata: undefined }],
  ["avec une organisation", { metadata: { organizationId: "org_2abc", extra: [1, { deep: true }] } }],
  ["sans utilisateur", { userId: undefined }],
  ["sans webhookUrl", { webhookUrl: undefined }],
  ["un titre de chapitre typographié", { chapters: [{ title: "« L'été », c'est quoi ? *Vraiment* #1" }] }],
  ["des points clés", { chapters: [{ title: "Un", key_points: ["Voir"] }, { title: "Deux" }] }],
  ["sujet et objectif seuls", { chapters: undefined, title: undefined, userId: undefined, metadata: undefined }],
])("la même commande, %s, finit chez le client", async (name, fields) => {
  const jobId = `cuid.${Buffer.from(name).toString("hex")}:1`;
  await order({ ...fields, jobId });
  await waitForJob(jobId, "completed");
  const job = await ended(jobId);
  expect(job?.status).toBe("COMPLETED");
  const { chapters } = fields as { chapters?: { title: string }[] };
  if (chapters) expect(job?.chapters).toEqual(chapters.map(({ title }) => title));
  expect(job?.userId).toBe("userId" in fields ? undefined : "cmu1");
});

test("une destination inconnue, un champ inconnu : 422 nommé, et rien ne commence", async () => {
  const refused: [object, string][] = [
    [{ webhookUrl: "http://localhost:3001/api/webhooks/book-completion" }, "webhookUrl"],
    [{ jobId: "test-1" }, "jobId"],
    [{ metadata: [] }, "metadata"],
    [{ chapters: [] }, "chapters"],
    [{ bookId: "b" }, ""],
  ];
  for (const [fields, path] of refused) {
    const jobId = `refus-${path}`;
    expect((await order({ jobId, ...fields }, 422)).issues).toMatchObject([{ path }]);
    for (const response of await client.statuses(jobId)) {
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: "not_found" });
    }
  }
});

test("un échec ne va pas au récepteur de la spécification, qui ne le comprendrait pas ; on peut le demander", async () => {
  harness.reset(({ role }) => (role === "outline" ? { status: 401 } : undefined));
  frontend.behave(specificationReceiver);
  await order({ jobId: "echec-1" });
  await waitForJob("echec-1", "failed");
  await waitForIdleDelivery();
  expect(frontend.requests).toHaveLength(0);
  frontend.behave(original.behaviour);
  await changeEndpoint("default", { event_types: ["book.completed", "book.failed"] });
  await order({ jobId: "echec-2" });
  await waitForJob("echec-2", "failed");
  expect(await ended("echec-2")).toEqual({ status: "FAILED", userId: "cmu1" });
  await changeEndpoint("default", { event_types: [] });
});

test("ce qui échoue chez lui après sa note reste perdu : la livraison réussit au deuxième essai, le message l’annonce", async () => {
  original.failNext(1);
  await order({ jobId: "perdu" });
  await waitForJob("perdu", ({ webhook }) => webhook.status === "delivered");
  const attempts = await db().attempt.findMany({ where: { delivery: { jobId: "perdu" } }, orderBy: { number: "asc" } });
  expect(attempts).toMatchObject([
    { responseStatus: 500, message: expect.stringContaining("il dira réussi l’essai suivant, sans livre") },
    { responseStatus: 200 },
  ]);
  expect(original.jobs.get("perdu")).toEqual({ status: "RUNNING" });
});

test("un récepteur qui exige X-Webhook-Secret refuse le développement, et le message dit pourquoi", async () => {
  setEnv({ WEBHOOK_SECRET: "sorami-webhook-secret-key-2025" });
  frontend.behave(createOriginalReceiver({ secret: "sorami-webhook-secret-key-2025" }).behaviour);
  await order({ jobId: "secret" });
  await waitForJob("secret", ({ webhook }) => webhook.status === "failed");
  const { message } = await db().attempt.findFirstOrThrow({ where: { delivery: { jobId: "secret" } } });
  expect(message).toContain("En développement, X-Webhook-Secret ne part jamais");
});

test.each([
  ["en développement", {}],
  ["en production", { ENVIRONMENT: "production", WEBHOOK_SECRET: "sorami-webhook-secret-key-2025" }],
])("le script de test d’origine, %s : réception, secret et idempotence sont verts", async (_name, variables) => {
  setEnv({ ...variables, APP_SECRET: "a".repeat(32) });
  let seconds = 0;
  const clock = () => new Date(Date.UTC(2026, 10, 29, 12, 0, seconds++));
  expect(await runOriginalScript(call, api + receiverPath, clock)).toEqual({
    completed: true,
    failed: true,
    idempotence: true,
    missingJobId: false,
    getRefused: false,
    statuses: { incomplete: 422, get: 200 },
  });
});
