import { KeyRotation } from "#lib/contract/endpoint.ts";
import { readJson, route } from "#lib/http.ts";
import { rotateSecret } from "#lib/webhook/endpoints/rotate.ts";
import { toEndpointSecret } from "#lib/webhook/endpoints/view.ts";
import { syncReceiverSecrets } from "../../../sync-receiver-secrets.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<
  RouteContext<"/api/webhook/endpoints/[id]/rotate">
>({
  POST: async (request, { params }) => {
    const rotation = await readJson(request, KeyRotation);
    const rotated = await rotateSecret((await params).id, rotation, syncReceiverSecrets);
    return Response.json(await toEndpointSecret(rotated));
  },
});
