import { setTimeout as sleep } from "node:timers/promises";
import { db } from "#lib/database/client.ts";
import { route } from "#lib/http.ts";
import { boss } from "#lib/queue/boss.ts";

/** A probe should learn soon that nothing answers. */
const patienceMs = 2000;

const tooLong = () =>
  sleep(patienceMs, undefined, { ref: false }).then(() => {
    throw new Error("La base ne répond pas.");
  });

async function queryQueue() {
  await boss();
  await db().$queryRaw`SELECT 1 FROM pgboss.queue LIMIT 1`;
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => {
    try {
      await Promise.race([queryQueue(), tooLong()]);
      return Response.json({ status: "ok" });
    } catch {
      return Response.json({ status: "unavailable" }, { status: 503 });
    }
  },
});
