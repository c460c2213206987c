import { route } from "#lib/http.ts";
import { acceptSecrets } from "#lib/library/secrets.ts";
import { toEndpointView } from "#lib/webhook/endpoints/view.ts";
import { receivableSecrets } from "#lib/webhook/keys/receivable.ts";
import { endKey } from "#lib/webhook/keys/rotate.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<
  RouteContext<"/api/webhook/endpoints/[id]/keys/[key_id]">
>({
  DELETE: async (_request, { params }) => {
    const { id, key_id } = await params;
    const row = await endKey(id, key_id);
    await acceptSecrets(receivableSecrets);
    return Response.json(await toEndpointView(row));
  },
});
