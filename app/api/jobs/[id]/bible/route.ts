import { BibleEdit } from "#lib/contract/bible.ts";
import { editBible, getBible } from "#lib/generation/jobs/bible.ts";
import { readJson, route } from "#lib/http.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (_request, { params }) => Response.json(await getBible((await params).id)),
  PUT: async (request, { params }) => {
    const edit = await readJson(request, BibleEdit);
    return Response.json(await editBible((await params).id, edit));
  },
});
