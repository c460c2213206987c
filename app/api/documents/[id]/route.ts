import { deleteReference } from "#lib/generation/references/references.ts";
import { route } from "#lib/http.ts";

type Context = RouteContext<"/api/documents/[id]">;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  DELETE: async (_request, { params }) => {
    await deleteReference((await params).id);
    return new Response(null, { status: 204 });
  },
});
