import { restoreEdit } from "#lib/generation/jobs/restore-edit.ts";
import { queueingRoute } from "../../../../../queue/queueing-route.ts";

type Context = { params: Promise<{ id: string; edit_id: string }> };

const change =
  (restored: boolean) =>
  async (_request: Request, { params }: Context): Promise<Response> => {
    const { id, edit_id } = await params;
    return Response.json(await restoreEdit(id, edit_id, restored));
  };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute<Context>({
  POST: change(true),
  DELETE: change(false),
});
