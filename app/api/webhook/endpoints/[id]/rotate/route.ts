import { KeyRotation } from "#lib/contract/endpoint.ts";
import { readJson, route } from "#lib/http.ts";
import { acceptSecrets } from "#lib/library/secrets.ts";
import { toEndpointSecret } from "#lib/webhook/endpoints/view.ts";
import { receivableSecrets } from "#lib/webhook/keys/receivable.ts";
import { rotateKey } from "#lib/webhook/keys/rotate.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<
  RouteContext<"/api/webhook/endpoints/[id]/rotate">
>({
  POST: async (request, { params }) => {
    const rotation = await readJson(request, KeyRotation);
    const rotated = await rotateKey((await params).id, rotation);
    // A deployment that sends to itself must go on accepting what it signs.
    await acceptSecrets(receivableSecrets);
    return Response.json(await toEndpointSecret(rotated));
  },
});
