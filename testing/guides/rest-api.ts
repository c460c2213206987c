import type { PGlite } from "@electric-sql/pglite";
import { type Handler, serveHandler } from "./web-server.ts";

const key = "sb_secret_essai";

export const queryAs = (database: PGlite, role: string, sql: string, values: unknown[] = []) =>
  database.transaction(async (transaction) => {
    await transaction.exec(`set local role ${role}`);
    return transaction.query<Record<string, unknown>>(sql, values);
  });

/** Calls a function of the database with named arguments, as PostgREST does, for who has the project's secret key. */
const answer =
  (opening: Promise<PGlite>): Handler =>
  async (request) => {
    const name = /^\/rest\/v1\/rpc\/(\w+)$/.exec(new URL(request.url).pathname)?.[1];
    if (!name) return Response.json({ message: "no such path" }, { status: 404 });
    if (request.headers.get("apikey") !== key) return Response.json({ message: "no such key" }, { status: 401 });
    const given: Record<string, unknown> = await request.json();
    const names = Object.keys(given).map((argument, index) => `${argument} => $${index + 1}`);
    try {
      const call = `select ${name}(${names.join(", ")}) as result`;
      const { rows } = await queryAs(await opening, "service_role", call, Object.values(given));
      return Response.json(rows[0]?.result);
    } catch (error) {
      return Response.json({ message: String(error) }, { status: 400 });
    }
  };

/** What Supabase gives its functions in their environment, for a project on this database. */
export async function startRestApi(opening: Promise<PGlite>) {
  const { origin, close } = await serveHandler(answer(opening));
  return { variables: { SUPABASE_URL: origin, SUPABASE_SECRET_KEYS: JSON.stringify({ default: key }) }, close };
}
