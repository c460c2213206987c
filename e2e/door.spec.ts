import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { type App, startApp } from "#testing/app/app.ts";
import { servedRoutes } from "#testing/app/routes.ts";
import { sendRaw } from "#testing/machine/raw-request.ts";

const receiver = "/api/webhooks/book-completion";
const open = ["/health", "/api/health", receiver];
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"];
const secret = "secret-de-reception";
const marker = "Livre que nul ne doit voir";

const book = {
  job_id: "j-1",
  status: "completed",
  timestamp: "2025-10-20T14:30:00",
  book_data: {
    book_title: marker,
    topic: "t",
    goal: "g",
    outline: [],
    chapters: [{ title: "c", content: "# c" }],
    generated_at: "2025-10-20T14:30:00",
    word_count: 1,
    chapter_count: 1,
  },
};

const deliver = (app: App, headers: Record<string, string> = {}) =>
  fetch(app.url + receiver, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Webhook-Secret": secret, ...headers },
    body: JSON.stringify(book),
  });

test.describe("en production", () => {
  let app: App;
  let token: string;
  test.beforeAll(async () => {
    app = await startApp({ env: { ENVIRONMENT: "production", HOST: "127.0.0.1", WEBHOOK_SECRET: secret } });
    token = readFileSync(path.join(app.dataDir, "admin-token"), "utf8").trim();
    expect((await deliver(app)).status).toBe(200);
  });
  test.afterAll(() => app.close());

  const ask = async (address: string, method: string, authorization?: string) => {
    const headers = { ...(authorization && { Authorization: authorization }) };
    const response = await fetch(app.url + address, { method, headers, redirect: "manual" });
    await response.body?.cancel();
    return response;
  };
  const status = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status;

  test("chaque page et chaque route dit d’abord ses méthodes, puis demande le jeton, sauf la santé et le récepteur", async () => {
    const routes = servedRoutes();
    expect(routes.length).toBeGreaterThan(10);
    for (const { path: address } of routes) {
      const allowed = (await ask(address, "PROPFIND")).headers.get("allow")?.split(", ") ?? [];
      expect(allowed.length, address).toBeGreaterThan(0);
      for (const method of methods) {
        const shown = `${method} ${address}`;
        if (!allowed.includes(method)) {
          expect(await status(address, method), shown).toBe(405);
          continue;
        }
        if (open.includes(address)) {
          if (method === "GET") expect(await status(address, method), address).toBe(200);
          continue;
        }
        expect(await status(address, method), shown).toBe(401);
        expect(await status(address, method, "Bearer faux"), shown).toBe(401);
        expect([401, 405], shown).not.toContain(await status(address, method, `Bearer ${token}`));
      }
    }
  });

  test("le mot de passe de HTTP Basic ouvre, le nom d’utilisateur non", async () => {
    const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
    expect(await status("/", "GET", basic(`qui:${token}`))).toBe(200);
    expect(await status("/", "GET", basic(`:${token}`))).toBe(200);
    for (const wrong of [
      basic(`${token}:`),
      basic(token),
      basic(`${token}:x`),
      basic(""),
      `Basic ${token}`,
      token,
      "Bearer ",
    ])
      expect(await status("/", "GET", wrong), wrong).toBe(401);
  });

  test("une page refusée demande le jeton en français, une route répond en JSON", async () => {
    const page = await fetch(`${app.url}/`);
    expect(page.headers.get("www-authenticate")).toBe('Basic realm="Sorami", charset="UTF-8"');
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("x-frame-options")).toBe("DENY");
    expect(await page.text()).toContain("jeton d’administration");
    const api = await fetch(`${app.url}/api/books`);
    expect(await api.json()).toEqual({ error: "Unauthorized", message: expect.any(String) });
  });

  const tricks = [
    "//api/books",
    "/api//books",
    "/api/books/",
    "/API/books",
    "/%61pi/books",
    "/api/%62ooks",
    "/api/books%2f",
    "/api/books%00",
    "/./api/books",
    "/\\api\\books",
    "/api/webhooks/book-completion/../../books",
    "/api/webhooks/book-completion/%2e%2e/%2e%2e/books",
    "/api/webhooks/book-completion%2f..%2f..%2fbooks",
    "/api/webhooks/book-completion.rsc",
    "/_next/static/../../api/books",
    "/_next/static/%2e%2e/%2e%2e/api/books",
    "/_next/static/..%2f..%2fapi/books",
    "/_next/static/..\\..\\api\\books",
    "/_next/data/x/api/books.json",
    "/_next/image?url=%2Fapi%2Fbooks&w=64&q=75",
    "/health/../api/books",
    "/health%3f/../api/books",
    "/health;/../api/books",
    "/api/books#/health",
    "/index.rsc",
    "http://localhost/api/books",
    "http://x/health/../api/books",
  ];
  const headers = [
    "X-None: 1",
    "x-middleware-subrequest: proxy:proxy:proxy:proxy:proxy",
    "x-invoke-path: /health\r\nx-matched-path: /api/books\r\nx-middleware-next: 1",
    "RSC: 1\r\nNext-Router-Prefetch: 1",
    "x-nextjs-data: 1",
    "x-original-url: /health\r\nx-rewrite-url: /health",
  ];

  test("aucune écriture de l’adresse ne contourne la porte", async () => {
    const lines = [...tricks.map((address) => [address, "X-None: 1"]), ...headers.map((line) => ["/api/books", line])];
    for (const [address, line] of lines) {
      const request = `GET ${address} HTTP/1.1\r\nHost: localhost\r\n${line}\r\nConnection: close\r\n\r\n`;
      const answer = await sendRaw(app.port, request);
      expect(answer, `${address} ${line}`).toMatch(/^HTTP\/1\.1 (308|400|401|404) /);
      expect(answer).not.toContain(marker);
    }
    const authorized = `GET /api/books HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(app.port, authorized)).toContain(marker);
  });

  test("le récepteur d’entraînement n’existe pas, et une méthode inconnue est un 405 qui se lit", async () => {
    for (const address of ["/api/practice", "/api/practice/ok", "/api/practice/reset"]) {
      expect(await status(address, "POST"), address).toBe(401);
      expect(await status(address, "POST", `Bearer ${token}`), address).toBe(404);
    }
    for (const method of ["PROPFIND", "TRACE"]) {
      const request = `${method} /api/books HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
      const answer = await sendRaw(app.port, request);
      expect(answer).toMatch(/^HTTP\/1\.1 405 /);
      expect(answer).toContain('"error":"method_not_allowed"');
    }
  });

  test("le jeton n’ouvre rien à la page d’un autre site", async () => {
    const foreign = { Authorization: `Bearer ${token}`, "Sec-Fetch-Site": "cross-site" };
    expect((await fetch(`${app.url}/api/books/create`, { method: "POST", headers: foreign })).status).toBe(403);
  });
});

test.describe("en développement", () => {
  let app: App;
  test.beforeAll(async () => {
    app = await startApp();
  });
  test.afterAll(() => app.close());

  const change = async (headers: Record<string, string>) =>
    (await fetch(`${app.url}/api/books/create`, { method: "POST", headers })).status;

  test("tout est ouvert, sauf les changements demandés par la page d’un autre site", async () => {
    expect((await fetch(`${app.url}/api/books`, { headers: { "Sec-Fetch-Site": "cross-site" } })).status).toBe(200);
    expect(await change({ "Sec-Fetch-Site": "cross-site" })).toBe(403);
    expect(await change({ Origin: "http://ailleurs.example" })).toBe(403);
    expect(await change({ Origin: "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site" })).toBe(403);
    expect(await change({ Origin: "null" })).toBe(403);
    expect(await change({})).toBe(422);
    expect(await change({ Origin: app.url })).toBe(422);
    expect(await change({ Origin: "https://sorami.example", "Sec-Fetch-Site": "same-origin" })).toBe(422);
  });

  test("le récepteur n’est pas concerné", async () => {
    expect((await deliver(app, { Origin: "http://ailleurs.example", "Sec-Fetch-Site": "cross-site" })).status).toBe(
      200,
    );
  });

  test("sous un nom qui n’est pas celui de cette machine, rien ne se lit ; le récepteur et la santé répondent", async () => {
    const port = Number(new URL(app.url).port);
    const ask = async (host: string, address: string) => {
      const answer = await sendRaw(port, `GET ${address} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      return Number(answer.split(" ")[1]);
    };
    for (const host of ["ailleurs.example", `ailleurs.example:${port}`, "localhost.example", "127.0.0.1.nip.example"])
      for (const address of ["/api/webhook/config", "/api/books", "/"])
        expect(await ask(host, address), host).toBe(403);
    for (const host of [
      "localhost",
      `localhost:${port}`,
      "sorami.localhost",
      "127.0.0.1",
      "192.168.1.7:80",
      "[::1]:3000",
    ])
      expect(await ask(host, "/api/webhook/config"), host).toBe(200);
    for (const address of open) expect(await ask("tunnel.example", address), address).toBe(200);
  });

  test("une adresse inconnue de l’API répond 404 en JSON, à toute méthode", async () => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      const response = await fetch(`${app.url}/api/rien/du/tout`, { method });
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ error: "not_found", message: expect.any(String) });
    }
  });
});
