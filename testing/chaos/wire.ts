import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** One POST that reached the wire. */
export type Passage = { at: number; webhookId: string; jobId: string; digest: string; status?: number };
type Hook = (passage: Passage) => void | Promise<void>;

async function forward(target: string, headers: Headers, body: Buffer): Promise<Response> {
  for (let tries = 0; ; tries++) {
    try {
      return await fetch(target, { method: "POST", headers, body: new Uint8Array(body) });
    } catch (error) {
      // The receiver may be the very process that was just killed.
      if (tries >= 3) throw error;
      await sleep(50);
    }
  }
}

/**
 * Stands between sender and receiver: passes every webhook on, keeps a journal, and calls back when one
 * arrives (`onArrival`) and when the receiver has answered but the sender does not know yet (`onStored`).
 */
export async function startWire(target: string) {
  const journal: Passage[] = [];
  const hooks: { onArrival?: Hook; onStored?: Hook } = {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { job_id: jobId } = JSON.parse(body.toString("utf8"));
    const webhookId = String(request.headers["webhook-id"]);
    const digest = createHash("sha256").update(body).digest("hex");
    const passage: Passage = { at: Date.now(), webhookId, jobId, digest };
    journal.push(passage);
    try {
      await hooks.onArrival?.(passage);
      const names = ["content-type", "webhook-id", "webhook-timestamp", "webhook-signature", "x-webhook-secret"];
      const passed = names.flatMap((name) =>
        request.headers[name] ? [[name, String(request.headers[name])] as [string, string]] : [],
      );
      const answer = await forward(target, new Headers(passed), body);
      passage.status = answer.status;
      const text = await answer.text();
      await hooks.onStored?.(passage);
      response.writeHead(answer.status, { "Content-Type": "application/json" }).end(text);
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/api/webhooks/book-completion`,
    journal,
    hooks,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Wire = Awaited<ReturnType<typeof startWire>>;
