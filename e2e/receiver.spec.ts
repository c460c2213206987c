import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { type App, startApp } from "#testing/app/app.ts";
import { test } from "#testing/app/shared.ts";
import { sendRaw } from "#testing/machine/raw-request.ts";

const receiver = "/api/webhooks/book-completion";
const secret = "sorami-webhook-secret-key-2025";
const key = Buffer.alloc(32, 9);
const mebibyte = 1024 * 1024;

// The document's own curl, its "..." filled in.
const seedCurl = `{
    "job_id": "abc-123-def",
    "status": "completed",
    "timestamp": "2025-10-20T14:30:00",
    "environment": "production",
    "book_data": {
      "book_title": "Mon Livre",
      "topic": "Sujet du livre",
      "goal": "Objectif du livre",
      "outline": [],
      "chapters": [],
      "generated_at": "2025-10-20T14:30:00",
      "word_count": 15000,
      "chapter_count": 5
    }
  }`;

/** A valid body of exactly this many bytes. */
function bodyOf(bytes: number): string {
  const withChapters = (lengths: number[]) => {
    const chapters = lengths.map((length) => ({ title: "Long", content: "x".repeat(length) }));
    return seedCurl.replace('"chapters": []', `"chapters": ${JSON.stringify(chapters)}`);
  };
  const left = bytes - Buffer.byteLength(withChapters(Array(8).fill(0)));
  const each = Math.floor(left / 8);
  return withChapters([...Array(7).fill(each), left - 7 * each]);
}

type Headers = Record<string, string>;
const post = (app: App, body: BodyInit, headers: Headers = {}) =>
  fetch(app.url + receiver, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body,
    duplex: "half",
  } as RequestInit);

function sign(body: string, timestamp = String(Math.floor(Date.now() / 1000)), id = "evt_1"): Headers {
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}

async function list(app: App, what: "inbox" | "books") {
  const token = app.lines().some((line) => line.startsWith("🔒 Jeton"))
    ? readFileSync(path.join(app.dataDir, "admin-token"), "utf8").trim()
    : "jeton-d-administration";
  const response = await fetch(`${app.url}/api/${what}?limit=100`, { headers: { Authorization: `Bearer ${token}` } });
  return (await response.json()).items;
}

const streamed = (bytes: number) => {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(32));
      left -= 65_536;
    },
  });
};

test.describe("en production", () => {
  let app: App;
  test.beforeAll(async () => {
    const env = { ENVIRONMENT: "production", HOST: "127.0.0.1" };
    app = await startApp({ env: { ...env, WEBHOOK_SECRET: `${secret} whsec_${key.toString("base64")}` } });
  });
  test.afterAll(() => app.close());

  test("rien de ce qui est refusé n’est gardé, et le serveur reste debout", async () => {
    const now = Math.floor(Date.now() / 1000);
    const withSecret = { "X-Webhook-Secret": secret };
    const refusals: [number, BodyInit, Headers][] = [
      [401, seedCurl, {}],
      [401, seedCurl, { "X-Webhook-Secret": "faux" }],
      [401, "{", {}],
      [401, seedCurl, { ...sign(`${seedCurl} `), ...withSecret }],
      [401, seedCurl, sign(seedCurl, `${now}abc`)],
      [401, seedCurl, sign(seedCurl, `+${now}`)],
      [401, seedCurl, sign(seedCurl, "1e9")],
      [401, seedCurl, sign(seedCurl, String(now - 310))],
      [401, seedCurl, sign(seedCurl, String(now + 310))],
      [401, seedCurl, sign(seedCurl, String(now), "evt.1")],
      [400, "{", withSecret],
      [400, new Uint8Array([0x22, 0xff, 0x22]), withSecret],
      [415, seedCurl, { ...withSecret, "Content-Type": "text/plain" }],
      [415, seedCurl, { ...withSecret, "Content-Encoding": "gzip" }],
      [422, "[]", withSecret],
      [422, seedCurl.replace("Mon Livre", "\\ud800"), withSecret],
      [422, seedCurl.replace("15000", '"beaucoup"'), withSecret],
      [413, "x".repeat(11 * mebibyte), withSecret],
      [413, streamed(11 * mebibyte), withSecret],
      [413, bodyOf(10 * mebibyte + 1), withSecret],
    ];
    for (const [status, body, headers] of refusals) {
      const response = await post(app, body, headers);
      const answer = await response.json();
      expect(response.status, JSON.stringify([String(body).slice(0, 40), headers])).toBe(status);
      expect(answer).toMatchObject({ error: expect.any(String), message: expect.any(String) });
      if (status === 401) expect(answer.error).toBe("Unauthorized");
    }
    expect(await list(app, "inbox")).toEqual([]);
    expect(await list(app, "books")).toEqual([]);
  });

  test("un corps annoncé trop grand est refusé avant d’arriver, et la connexion se ferme", async () => {
    const head = `POST ${receiver} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-Webhook-Secret: ${secret}\r\n`;
    const answer = await sendRaw(app.port, `${head}Content-Length: ${100 * mebibyte}\r\n\r\n`, {
      closedWithinMs: 60_000,
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer.toLowerCase()).toContain("connection: close");
  });

  test("un envoi coupé en route ne laisse rien, pas même une erreur interne", async () => {
    const head = `POST ${receiver} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
    await sendRaw(app.port, `${head}X-Webhook-Secret: ${secret}\r\nContent-Length: 1000\r\n\r\n{"job_id"`, {
      leaveAfterMs: 300,
    });
    await expect.poll(() => app.lines().some((line) => line.includes("La connexion a été coupée"))).toBe(true);
    expect(app.lines().some((line) => line.includes("Erreur interne"))).toBe(false);
    expect(await list(app, "inbox")).toEqual([]);
  });

  test("cinquante fois le même à la fois : un livre, quarante-neuf doublons", async () => {
    const headers = sign(seedCurl, undefined, "evt_cinquante");
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const response = await post(app, seedCurl, headers);
        return { status: response.status, ...(await response.json()) };
      }),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 200,
        success: true,
        message: "Webhook reçu et traité avec succès",
        job_id: "abc-123-def",
      });
    expect(answers.filter((answer) => answer.duplicate)).toHaveLength(49);
    expect(await list(app, "books")).toHaveLength(1);
    expect(await list(app, "inbox")).toMatchObject([{ duplicates: 49, verification: "signature" }]);
    expect(app.lines()).toContain("📚 Livre reçu via webhook: Mon Livre (job abc-123-def)");
  });

  test("dix mébioctets tout juste passent", async () => {
    const response = await post(app, bodyOf(10 * mebibyte), { "X-Webhook-Secret": secret });
    expect(response.status).toBe(200);
    const { book_id } = await response.json();
    const headers = { Authorization: `Bearer ${readFileSync(path.join(app.dataDir, "admin-token"), "utf8").trim()}` };
    const kept = await (await fetch(`${app.url}/api/books/${book_id}`, { headers })).text();
    expect(kept.length).toBeGreaterThan(10 * mebibyte - 1000);
  });

  test("GET dit que le récepteur est prêt, une autre méthode est refusée", async () => {
    const response = await fetch(app.url + receiver);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", message: expect.any(String) });
    const refused = await fetch(app.url + receiver, { method: "PUT" });
    expect(refused.status).toBe(405);
    expect(refused.headers.get("allow")).toContain("POST");
  });

  test("une adresse à barres doublées ou dans une autre casse est celle du récepteur, sans redirection", async () => {
    const spellings = [
      `/${receiver}`,
      `${receiver}/`,
      `${receiver}//`,
      receiver.toUpperCase(),
      `//API/webhooks/Book-Completion/`,
    ];
    for (const path of spellings) {
      const headers = { "X-Webhook-Secret": secret };
      const init = { method: "POST", redirect: "manual", body: seedCurl } as const;
      const response = await fetch(app.url + path, {
        ...init,
        headers: { "Content-Type": "application/json", ...headers },
      });
      expect([path, response.status]).toEqual([path, 200]);
    }
    expect((await fetch(`${app.url}//api/webhook/config`, { redirect: "manual" })).status).toBe(401);
  });

  test("des en-têtes repliés ou doublés par un intermédiaire restent ceux de l’expéditeur", async () => {
    const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature = "" } = sign(seedCurl);
    const [, base64] = signature.split(",");
    const lines = [
      `POST ${receiver} HTTP/1.1`,
      "Host: x",
      "Connection: close",
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(seedCurl)}`,
      ...Array(2).fill(`webhook-id: ${id}`),
      ...Array(2).fill(`webhook-timestamp: ${timestamp}`),
      "webhook-signature: v1",
      `webhook-signature: ${base64}`,
    ];
    expect(await sendRaw(app.port, `${lines.join("\r\n")}\r\n\r\n${seedCurl}`)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

test("le développement accepte sans authentification et dit ce que la production aurait répondu", async ({ demo }) => {
  const app = await demo.empty();
  expect((await post(app, seedCurl)).status).toBe(200);
  expect(await (await post(app, seedCurl)).json()).toMatchObject({ duplicate: true });
  const [listed] = await list(app, "books");
  const book = await (await fetch(`${app.url}/api/books/${listed.id}`)).json();
  const { book_data } = JSON.parse(seedCurl);
  expect(book).toEqual({
    ...book_data,
    id: book.id,
    job_id: "abc-123-def",
    version: 1,
    received_at: expect.any(String),
  });
  const markdown = await fetch(`${app.url}/api/books/${book.id}/markdown`);
  expect(markdown.headers.get("content-disposition")).toContain('filename="mon-livre.md"');
  expect((await markdown.text()).endsWith("---\n\n# Mon Livre\n\nObjectif du livre\n")).toBe(true);
  expect(app.lines().some((line) => line.includes("aurait été refusé (503)"))).toBe(true);
});

test("ce qui est acquitté survit à un kill -9, et ce qui est renvoyé n’entre qu’une fois", async () => {
  const app = await startApp();
  const bodies = Array.from({ length: 90 }, (_, index) => seedCurl.replace("abc-123-def", `job-${index}`));
  const acknowledged: string[] = [];
  let killed: Promise<unknown> | undefined;
  const send = async (body: string) => {
    const response = await post(app, body);
    const { job_id } = await response.json();
    if (response.status === 200 && acknowledged.push(job_id) === 20) killed = app.kill("SIGKILL");
  };
  // At most thirty are on their way, so that most are not yet when the twentieth is acknowledged.
  const left = bodies.values();
  const sender = async () => {
    for (const body of left) if (!killed) await send(body).catch(() => {});
  };
  await Promise.all(Array.from({ length: 30 }, sender));
  await killed;
  const before = [...acknowledged];
  expect(before.length).toBeLessThan(bodies.length);
  await app.restart();
  const kept = (await list(app, "books")).map((book: { job_id: string }) => book.job_id);
  for (const job of before) expect(kept).toContain(job);
  await Promise.all(bodies.map(send));
  const jobs = (await list(app, "books")).map((book: { job_id: string }) => book.job_id);
  expect(jobs.sort()).toEqual(bodies.map((_, index) => `job-${index}`).sort());
  await app.close();
});
