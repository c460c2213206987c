import { route } from "#lib/http.ts";
import { endKey } from "#lib/webhook/endpoints/rotate.ts";
import { toEndpointView } from "#lib/webhook/endpoints/view.ts";
import { acceptOwn } from "../../../../sync-receiver-secrets.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<
  RouteContext<"/api/webhook/endpoints/[id]/keys/[key_id]">
>({
  DELETE: async (_request, { params }) => {
    const { id, key_id } = await params;
    const row = await endKey(id, key_id, acceptOwn);
    return Response.json(await toEndpointView(row));
  },
});
