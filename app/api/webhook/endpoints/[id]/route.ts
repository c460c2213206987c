import { EndpointUpdate } from "#lib/contract/endpoint.ts";
import { readJson, route } from "#lib/http.ts";
import { changeEndpoint } from "#lib/webhook/change-endpoint.ts";
import { deleteEndpoint } from "#lib/webhook/delete-endpoint.ts";
import { getEndpoint, toEndpointSecret } from "#lib/webhook/endpoint-view.ts";
import { kick } from "../../../queue/kick.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/webhook/endpoints/[id]">>({
  GET: async (_request, { params }) => Response.json(await getEndpoint((await params).id)),
  PATCH: async (request, { params }) => {
    const update = await readJson(request, EndpointUpdate);
    const changed = await changeEndpoint((await params).id, update);
    kick(request);
    return Response.json(await toEndpointSecret(changed));
  },
  DELETE: async (_request, { params }) => {
    await deleteEndpoint((await params).id);
    return new Response(null, { status: 204 });
  },
});
