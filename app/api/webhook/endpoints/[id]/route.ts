import { EndpointUpdate } from "#lib/contract/endpoint.ts";
import { readJson } from "#lib/http.ts";
import { changeEndpoint } from "#lib/webhook/endpoints/change.ts";
import { deleteEndpoint } from "#lib/webhook/endpoints/delete.ts";
import { getEndpoint, toEndpointSecret } from "#lib/webhook/endpoints/view.ts";
import { queueingRoute } from "../../../queue/queueing-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute<
  RouteContext<"/api/webhook/endpoints/[id]">
>({
  GET: async (_request, { params }) => Response.json(await getEndpoint((await params).id)),
  PATCH: async (request, { params }) => {
    const update = await readJson(request, EndpointUpdate);
    const changed = await changeEndpoint((await params).id, update);
    return Response.json(await toEndpointSecret(changed));
  },
  DELETE: async (_request, { params }) => {
    await deleteEndpoint((await params).id);
    return new Response(null, { status: 204 });
  },
});
