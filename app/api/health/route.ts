import { setTimeout as sleep } from "node:timers/promises";
import { db } from "#lib/database/client.ts";
import { route } from "#lib/http.ts";
import { boss } from "#lib/queue/boss.ts";
import { triggerDrainIfDue } from "../queue/trigger-drain.ts";

const timeoutMs = 2000;

const rejectAfterTimeout = () =>
  sleep(timeoutMs, undefined, { ref: false }).then(() => {
    throw new Error("La base ne répond pas.");
  });

async function queryQueue() {
  await boss();
  await db().$queryRaw`SELECT 1 FROM pgboss.queue LIMIT 1`;
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    try {
      await Promise.race([queryQueue(), rejectAfterTimeout()]);
      triggerDrainIfDue(request);
      return Response.json({ status: "ok" });
    } catch {
      return Response.json({ status: "unavailable" }, { status: 503 });
    }
  },
});
