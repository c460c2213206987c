import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import https from "node:https";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { type App, root, startApp } from "#testing/app/app.ts";
import { createCertificate, hasOpenssl } from "#testing/machine/certificate.ts";
import { freePort } from "#testing/machine/free-port.ts";
import { foundProxies, type ReverseProxy, startProxy } from "#testing/machine/proxies.ts";

const token = "jeton-d-administration";
const secret = "sorami-webhook-secret-key-2025";
const name = "sorami.localhost";
const receiver = "/api/webhooks/book-completion";
const mebibyte = 1024 * 1024;

test.skip(!hasOpenssl, "openssl n’est pas sur cette machine");

/** The settings as `docs/devant-sorami.md` gives them, with names and addresses of this machine. */
function givenSettings({ language }: ReverseProxy, app: number): string {
  const guide = readFileSync(path.join(root, "docs/devant-sorami.md"), "utf8");
  const [, settings = ""] = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "m").exec(guide) ?? [];
  const here: [string, string][] = [
    ["127.0.0.1:3000", `127.0.0.1:${app}`],
    ["sorami.exemple.fr", name],
  ];
  for (const [given] of here) expect(settings).toContain(given);
  return here.reduce((text, [given, own]) => text.replaceAll(given, own), settings);
}

let app: App;
let certificate: ReturnType<typeof createCertificate>;
let port: number;
test.beforeAll(async () => {
  certificate = createCertificate(name);
  app = await startApp({
    env: {
      ENVIRONMENT: "production",
      HOST: "127.0.0.1",
      TRUSTED_PROXIES: "127.0.0.1",
      ADMIN_TOKEN: token,
      WEBHOOK_SECRET: secret,
      BOOK_MODEL: "demo",
    },
  });
});
test.afterAll(() => app.close());

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

const open = (address: string, { method = "GET", headers = {}, body }: Asked = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const url = { host: "127.0.0.1", port, path: address, servername: name, ca: certificate.ca };
    const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
    const all = { Host: `${name}:${port}`, ...length, ...headers };
    https
      .request({ ...url, method, headers: all, agent: false }, resolve)
      .on("error", reject)
      .end(body);
  });

async function ask(address: string, asked?: Asked): Promise<{ status: number | undefined; text: string }> {
  const response = await open(address, asked);
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece);
  return { status: response.statusCode, text: Buffer.concat(pieces).toString() };
}

const json = { "Content-Type": "application/json" };
const authorized = { ...json, Authorization: `Bearer ${token}` };
const order = JSON.stringify({ topic: "Le vent", goal: "Comprendre", chapters: 2, words_per_chapter: 400 });

for (const proxy of foundProxies())
  test.describe(`derrière ${proxy.name}, réglé comme le dit la documentation`, () => {
    let running: { stop: () => Promise<void> };
    test.beforeAll(async () => {
      port = await freePort();
      const files = { "fullchain.pem": certificate.cert, "privkey.pem": certificate.key };
      running = await startProxy(proxy, { given: givenSettings(proxy, app.port), files, port });
    });
    test.afterAll(() => running.stop());

    test("pages et commandes passent, de la bonne origine seulement", async () => {
      expect(await ask("/")).toMatchObject({ status: 401, text: expect.stringContaining("Accès réservé") });
      expect(await ask("/jobs", { headers: authorized })).toMatchObject({ status: 200 });
      // A browser says where its page comes from, with the port.
      const headers = { ...authorized, Origin: `https://${name}:${port}` };
      expect((await ask("/api/books/create", { method: "POST", headers, body: order })).status).toBe(200);
      const foreign = { ...authorized, Origin: "https://ailleurs.example" };
      expect((await ask("/api/books/create", { method: "POST", headers: foreign, body: order })).status).toBe(403);
    });

    test("un livre se suit pendant qu’il s’écrit, et un webhook de plusieurs mégaoctets arrive", async () => {
      const created = await ask("/api/books/create", { method: "POST", headers: authorized, body: order });
      const { job_id } = JSON.parse(created.text);
      const live = await open(`/api/jobs/${job_id}/live`, { headers: authorized });
      let seen = "";
      live.on("data", (piece) => {
        seen += piece;
      });
      await expect.poll(() => seen).toContain("event: text");
      expect(seen).not.toContain("event: end");
      await expect.poll(() => seen).toContain("event: end");

      const chapters = Array.from({ length: 6 }, (_, nth) => ({ title: `${nth}`, content: "x".repeat(mebibyte) }));
      const at = new Date().toISOString();
      const told = { book_title: "Long", topic: "t", goal: "g", outline: [], chapters, generated_at: at };
      const book = { ...told, word_count: 6, chapter_count: 6 };
      const body = JSON.stringify({ job_id: "long", status: "completed", timestamp: at, book_data: book });
      const headers = { ...json, "X-Webhook-Secret": secret };
      expect((await ask(receiver, { method: "POST", headers, body })).status).toBe(200);
    });

    test("ce qui est refusé l’est par une réponse qui se lit, grand corps ou non", async () => {
      const refused = (headers: Record<string, string>, bytes: number) =>
        ask(receiver, { method: "POST", headers: { ...json, ...headers }, body: Buffer.alloc(bytes, " ") });
      for (const bytes of [10, 9 * mebibyte]) {
        const { status, text } = await refused({ "X-Webhook-Secret": "un-mauvais-secret" }, bytes);
        expect([status, JSON.parse(text).error]).toEqual([401, "Unauthorized"]);
      }
      expect((await refused({ "X-Webhook-Secret": secret }, 11 * mebibyte)).status).toBe(413);
      // Some leave it to Sorami.
      expect([400, 431]).toContain((await ask("/health", { headers: { X: "a".repeat(20_000) } })).status);
      expect((await ask("/health", { method: "PUT" })).status).toBe(405);
    });
  });
