import { expect, test } from "@playwright/test";
import { appsOfEachTest } from "#testing/app/apps.ts";
import { observeUntil } from "#testing/app/jobs.ts";
import { freePort } from "#testing/machine/free-port.ts";

const start = appsOfEachTest();
const path = "/api/webhooks/book-completion";
const date = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

async function ask(url: string, body?: unknown) {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(url, body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

test("le document tel qu’il est écrit : le générateur sur 9006, le récepteur sur 3000", async () => {
  const generatorPort = await freePort(9006);
  const receiverPort = await freePort(3000);
  const webhook = `http://localhost:${receiverPort}${path}`;
  const [generator, receiver] = await Promise.all([
    start({ port: generatorPort, env: { WEBHOOK_URL: webhook, BOOK_MODEL: "demo" } }),
    start({ port: receiverPort, env: { BOOK_MODEL: "demo" } }),
  ]);
  const api = `http://localhost:${generatorPort}/api`;

  // Dépannage 1 : le frontend est-il en cours d’exécution ?
  expect((await ask(`http://localhost:${receiverPort}${path}`)).status).toBe(200);

  // API de gestion 1 : obtenir la configuration
  const config = { enabled: true, url: webhook, environment: "development" };
  expect(await ask(`${api}/webhook/config`)).toEqual({
    status: 200,
    body: { ...config, has_secret: false, secret_configured: false, last_updated: date },
  });

  // API de gestion 3 : tester le webhook, avec un en-tête JSON et sans corps
  const tested = await fetch(`${api}/webhook/test`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
  });
  expect(tested.status).toBe(200);
  expect(await tested.json()).toMatchObject({
    success: true,
    message: "Webhook de test envoyé avec succès",
    job_id: expect.stringMatching(/^test-/),
    environment: "development",
    webhook_url: webhook,
    has_secret: false,
    timestamp: date,
  });

  // Flux complet : un livre
  const created = await ask(`${api}/books/create`, {
    topic: "Les phares",
    goal: "Les comprendre",
    chapters: 2,
    words_per_chapter: 300,
  });
  expect(created).toEqual({
    status: 200,
    body: { job_id: expect.any(String), status: "pending", message: "Génération de livre démarrée", created_at: date },
  });
  const job = { id: created.body.job_id, topic: "", committed: new Map(), takenUp: [] };
  expect(await observeUntil(generator.url, job, { reached: (detail) => detail.webhook.status === "delivered" })).toBe(
    true,
  );
  const { body: state } = await ask(`${api}/books/status/${job.id}`);
  expect(state).toEqual({
    job_id: job.id,
    status: "completed",
    message: "Livre terminé",
    progress: 100,
    title: expect.any(String),
    chapters_completed: 2,
    total_chapters: 2,
    warnings: [],
    book_outline: [1, 2].map(() => ({ title: expect.any(String), description: expect.any(String) })),
    webhook: { status: "delivered", attempts: 1 },
    created_at: date,
    updated_at: date,
  });
  const { body: result } = await ask(`${api}/books/result/${job.id}`);
  expect(Object.keys(result)).toEqual([
    "book_title",
    "topic",
    "goal",
    "outline",
    "chapters",
    "generated_at",
    "word_count",
    "chapter_count",
  ]);

  // Le récepteur a le livre, le générateur n’en a pas ; le test n’a pas fait de livre.
  const [listed, ...others] = (await ask(`${receiver.url}/api/books`)).body.items;
  expect(others).toEqual([]);
  const received = (await ask(`${receiver.url}/api/books/${listed.id}`)).body;
  expect(received).toEqual({ ...result, id: listed.id, job_id: job.id, version: 1, received_at: date });
  expect((await ask(`${generator.url}/api/books`)).body.items).toEqual([]);

  // Logs en développement
  const log = generator.lines().join("\n");
  for (const line of [
    "📡 Webhook en mode DÉVELOPPEMENT sans authentification",
    `📡 Envoi du webhook pour le job ${job.id}\n   URL: ${webhook}\n   Environnement: development`,
    `✅ Webhook envoyé avec succès pour le job ${job.id}\n   Réponse du webhook: {"success":true`,
  ])
    expect(log).toContain(line);

  // API de gestion 2 : mettre à jour la configuration, comme dans le document
  const update = {
    enabled: true,
    url: "https://nouveau-domaine.com/api/webhooks/book-completion",
    environment: "production",
  };
  expect(await ask(`${api}/webhook/config`, { ...update, secret: "nouveau-secret-2025" })).toMatchObject({
    status: 200,
    body: { success: true, config: { ...update, has_secret: true, updated_at: date } },
  });
  const { body: changed } = await ask(`${api}/webhook/config`);
  expect(changed).toEqual({ ...update, has_secret: true, secret_configured: true, last_updated: date });
});
