import { BookData } from "#lib/contract/wire.ts";
import { getResult } from "#lib/generation/jobs/jobs.ts";
import { messages } from "#lib/generation/jobs/progress.ts";
import { route } from "#lib/http.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (_request, { params }) => {
    const result = await getResult((await params).id);
    if ("book" in result) return Response.json(BookData.parse(result.book));
    const message = `Ce livre n’est pas disponible\u202f: «\u202f${messages[result.status]}\u202f».`;
    return Response.json({ error: "conflict", message, status: result.status }, { status: 409 });
  },
});
