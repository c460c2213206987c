import { db } from "#lib/database/client.ts";
import { route } from "#lib/http.ts";
import { boss } from "#lib/queue/boss.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => {
    try {
      await db().$queryRaw`SELECT 1`;
      await (await boss()).isInstalled();
      return Response.json({ status: "ok" });
    } catch {
      return Response.json({ status: "unavailable" }, { status: 503 });
    }
  },
});
