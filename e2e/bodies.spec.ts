import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import type { App } from "#testing/app/app.ts";
import { appsOfEachTest } from "#testing/app/apps.ts";
import { createBook, getJson, observeUntil } from "#testing/app/jobs.ts";
import { test } from "#testing/app/shared.ts";
import { DeliveryList } from "../lib/contract/delivery.ts";

const start = appsOfEachTest();

/** A client that has gone by the time the server finds what it wrote. */
async function writeAndGo(app: App, text: string) {
  process.kill(app.pid() ?? 0, "SIGSTOP");
  const socket = net.connect(app.port, "127.0.0.1");
  await once(socket, "connect");
  await new Promise<void>((written) => socket.write(text, () => written()));
  socket.destroy();
  await once(socket, "close");
  process.kill(app.pid() ?? 0, "SIGCONT");
}

const request = (path: string, body: string, length = Buffer.byteLength(body)) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;

test("un corps emporté par une connexion coupée n’est ni un corps vide ni une erreur interne : rien ne se renvoie, rien n’entre", async () => {
  const app = await start({
    env: { BOOK_MODEL: "demo", WEBHOOK_URL: "http://127.0.0.1:1/", WEBHOOK_RETRY_SCHEDULE: "0s" },
  });
  const job = await createBook(app.url, "les départs", 1);
  expect(await observeUntil(app.url, job, { reached: ({ webhook }) => webhook.status === "failed" })).toBe(true);

  // Without its body it would be an order to send everything again that has failed.
  await writeAndGo(app, request("/api/webhook/resends", '{"filter":{"endpoint_id":"inconnu"}}'));
  await writeAndGo(app, request("/api/webhook/resends", '{"filter"', 1000));
  await writeAndGo(app, request("/api/webhooks/book-completion", '{"job_id"', 1000));
  await expect.poll(() => app.lines().some((line) => line.includes("a été coupée avant la fin du corps"))).toBe(true);
  await sleep(1000);
  const { items } = DeliveryList.parse(await getJson(`${app.url}/api/webhook/deliveries?job_id=${job.id}`));
  expect(items.map(({ status, attempts }) => [status, attempts.length])).toEqual([["failed", 1]]);
  expect(await getJson(`${app.url}/api/inbox`)).toMatchObject({ items: [] });
  expect(app.lines().some((line) => line.includes("Erreur interne"))).toBe(false);
});

test("un corps trop grand pour l’API est refusé par une réponse qui se lit", async ({ demo: { app } }) => {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ topic: "x".repeat(2 * 1024 * 1024), goal: "y" });
  for (let nth = 0; nth < 3; nth++) {
    const answer = await fetch(`${app.url}/api/books/create`, { method: "POST", headers, body });
    expect([answer.status, await answer.json()]).toEqual([413, { error: "too_large", message: expect.any(String) }]);
  }
});

test("une adresse qui n’est pas de l’UTF-8 est refusée en JSON", async ({ demo: { app } }) => {
  const response = await fetch(`${app.url}/api/books/status/%ff`);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: "malformed", message: expect.any(String) });
});
