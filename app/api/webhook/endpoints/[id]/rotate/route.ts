import { KeyRotation } from "#lib/contract/endpoint.ts";
import { readJson, route } from "#lib/http.ts";
import { rotateKey } from "#lib/webhook/endpoints/rotate.ts";
import { toEndpointSecret } from "#lib/webhook/endpoints/view.ts";
import { acceptOwn } from "../../../sync-receiver-secrets.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<
  RouteContext<"/api/webhook/endpoints/[id]/rotate">
>({
  POST: async (request, { params }) => {
    const rotation = await readJson(request, KeyRotation);
    const rotated = await rotateKey((await params).id, rotation, acceptOwn);
    return Response.json(await toEndpointSecret(rotated));
  },
});
