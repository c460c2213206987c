import { route } from "#lib/http.ts";
import { endSecret } from "#lib/webhook/endpoints/rotate.ts";
import { toEndpointView } from "#lib/webhook/endpoints/view.ts";
import { syncReceiverSecrets } from "../../../../sync-receiver-secrets.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<
  RouteContext<"/api/webhook/endpoints/[id]/keys/[key_id]">
>({
  DELETE: async (_request, { params }) => {
    const { id, key_id } = await params;
    const row = await endSecret(id, key_id, syncReceiverSecrets);
    return Response.json(await toEndpointView(row));
  },
});
