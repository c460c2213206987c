import { OutlineEdit, OutlineView } from "#lib/contract/outline.ts";
import { editOutline, getOutline } from "#lib/generation/jobs/approval.ts";
import { readJson, route } from "#lib/http.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (_request, { params }) => Response.json(OutlineView.parse(await getOutline((await params).id))),
  PUT: async (request, { params }) => {
    const edit = await readJson(request, OutlineEdit);
    return Response.json(OutlineView.parse(await editOutline((await params).id, edit)));
  },
});
