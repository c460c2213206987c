import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { closeServer, listen, readBody } from "../servers/loopback.ts";

/** One webhook that passed through the proxy. `digest` is of its exact bytes, `status` the receiver's answer. */
export type ProxiedWebhook = { at: number; webhookId: string; jobId: string; digest: string; status?: number };

type Hook = (webhook: ProxiedWebhook) => void | Promise<void>;

const passedHeaders = ["content-type", "webhook-id", "webhook-timestamp", "webhook-signature", "x-webhook-secret"];
const maxTries = 4;

async function forward(target: string, headers: Record<string, string>, body: Buffer): Promise<Response> {
  for (let tries = 1; ; tries++) {
    try {
      return await fetch(target, { method: "POST", headers, body: new Uint8Array(body) });
    } catch (error) {
      // The receiver may be the process that was just killed.
      if (tries === maxTries) throw error;
      await sleep(50);
    }
  }
}

/**
 * Stands between sender and receiver: passes every webhook on and keeps a journal. `hooks.onArrival` is called, and
 * awaited, before a webhook is passed on, `hooks.onStored` after the receiver's answer and before the sender gets it.
 */
export async function startWebhookProxy(target: string) {
  const journal: ProxiedWebhook[] = [];
  const hooks: { onArrival?: Hook; onStored?: Hook } = {};
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const { job_id: jobId } = JSON.parse(body.toString("utf8"));
    const webhook: ProxiedWebhook = {
      at: Date.now(),
      webhookId: String(request.headers["webhook-id"]),
      jobId,
      digest: createHash("sha256").update(body).digest("hex"),
    };
    journal.push(webhook);
    try {
      await hooks.onArrival?.(webhook);
      const present = passedHeaders.filter((name) => request.headers[name]);
      const headers = Object.fromEntries(present.map((name) => [name, String(request.headers[name])]));
      const answer = await forward(target, headers, body);
      webhook.status = answer.status;
      const text = await answer.text();
      await hooks.onStored?.(webhook);
      response.writeHead(answer.status, { "Content-Type": "application/json" }).end(text);
    } catch {
      response.destroy();
    }
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/api/webhooks/book-completion`,
    journal,
    hooks,
    close: () => closeServer(server),
  };
}
export type WebhookProxy = Awaited<ReturnType<typeof startWebhookProxy>>;
