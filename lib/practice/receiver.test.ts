import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findDelivery, openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { PracticeList } from "../contract/practice.ts";
import { db } from "../database/client.ts";
import { practise } from "./receiver.ts";

let close: () => Promise<void>;
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!practise(request, response)) response.writeHead(404).end("ailleurs");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  setEnv({ APP_SECRET: "x".repeat(32), WEBHOOK_RETRY_SCHEDULE: "0s,100ms,200ms" });
  close = await openDeliveryHarness({ timeoutMs: 3000 });
});
afterEach(() => setEnv({ ENVIRONMENT: undefined }));
afterAll(async () => {
  await close();
  server.closeAllConnections();
  server.close();
});

const sendTo = async (behaviour: string, jobId: string) => {
  setEnv({ WEBHOOK_URL: `${base}/api/practice/${behaviour}` });
  const fresh = { enabled: null, disabledReason: null, throttledUntil: null, throttles: 0, updatedAt: new Date() };
  await db().endpoint.updateMany({ where: { id: "default" }, data: fresh });
  await publishBook(jobId);
};

test("la liste dit où envoyer et ce qui arrivera ; chaque adresse y est", async () => {
  const list = PracticeList.parse(await (await fetch(`${base}/api/practice`)).json());
  expect(list.items).toHaveLength(9);
  for (const { url, description } of list.items) {
    expect(url.startsWith(base)).toBe(true);
    expect(description.length).toBeGreaterThan(20);
  }
  expect(list.retry_schedule).toBe("0s,2s,4s,8s,15s");
});

test("500 : tout le calendrier se déroule", async () => {
  await sendTo("500", "essai-500");
  const { attempts } = await waitForDelivery("essai-500", ({ status }) => status === "failed");
  expect(attempts.map(({ responseStatus }) => responseStatus)).toEqual([500, 500, 500]);
});

test("coupé après l’enregistrement : réessayé, reçu une seule fois", async () => {
  await sendTo("reset", "essai-reset");
  const { attempts } = await waitForDelivery("essai-reset", ({ status }) => status === "delivered");
  expect(attempts.map(({ outcome, failure }) => failure ?? outcome)).toEqual(["reset", "delivered"]);
  expect(JSON.parse(Buffer.from(attempts[1]!.responseBody!).toString())).toMatchObject({ duplicate: true });
  expect(await db().inboxEntry.count({ where: { jobId: "essai-reset" } })).toBe(1);
  expect(await db().book.count({ where: { jobId: "essai-reset" } })).toBe(1);
});

test("410 : la destination est désactivée", async () => {
  await sendTo("410", "essai-410");
  await waitForDelivery("essai-410", ({ status }) => status === "failed");
  expect(await db().endpoint.findUniqueOrThrow({ where: { id: "default" } })).toMatchObject({ enabled: false });
});

test("429 : l’essai suivant attend ce qui est demandé, et la destination est ralentie", async () => {
  await sendTo("429", "essai-429");
  const { attempts, nextAttemptAt } = await waitForDelivery("essai-429", ({ httpStatus }) => httpStatus === 429);
  expect(attempts[0]?.responseHeaders).toMatchObject({ "retry-after": "5" });
  expect(nextAttemptAt!.getTime() - attempts[0]!.finishedAt!.getTime()).toBeGreaterThanOrEqual(4900);
  const { throttledUntil } = await db().endpoint.findUniqueOrThrow({ where: { id: "default" } });
  expect(throttledUntil!.getTime()).toBeGreaterThan(attempts[0]!.finishedAt!.getTime());
});

test.each([
  ["ok", "delivered", null],
  ["301", "failed", "redirect"],
  ["garbage", "failed", "protocol"],
  ["hang", "failed", "timeout"],
  ["drip", "failed", "timeout"],
])("%s finit comme annoncé", async (behaviour, outcome, failure) => {
  await sendTo(behaviour, `essai-${behaviour}`);
  const tried = await waitForDelivery(`essai-${behaviour}`, ({ attempts }) =>
    Boolean(attempts[0] && attempts[0].outcome !== "in_flight"),
  );
  expect(tried.attempts[0]).toMatchObject({ outcome, failure });
});

test("il refuse la page d’un autre site, ce qu’il ne connaît pas, et n’existe pas en production", async () => {
  const status = async (path: string, init: RequestInit = {}) => (await fetch(base + path, init)).status;
  const foreign = { method: "POST", headers: { Origin: "http://ailleurs.example" }, body: "{}" };
  expect(await status("/api/practice/reset", foreign)).toBe(403);
  expect(await status("/api/practice/rien", { method: "POST" })).toBe(404);
  expect(await status("/api/practice/ok")).toBe(405);
  expect(await status("/api/practiced")).toBe(404);
  setEnv({ ENVIRONMENT: "production" });
  for (const method of ["GET", "POST"]) {
    const answer = await fetch(`${base}/api/practice/ok`, { method });
    expect([answer.status, await answer.text()]).toEqual([404, "ailleurs"]);
  }
  expect(await findDelivery("essai-ok")).toMatchObject({ status: "delivered" });
});
