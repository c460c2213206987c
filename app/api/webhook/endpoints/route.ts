import { EndpointCreate } from "#lib/contract/endpoint.ts";
import { readJson, route } from "#lib/http.ts";
import { createEndpoint } from "#lib/webhook/endpoints/create.ts";
import { listEndpoints, toEndpointSecret } from "#lib/webhook/endpoints/view.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => Response.json(await listEndpoints()),
  POST: async (request) => {
    const created = await createEndpoint(await readJson(request, EndpointCreate));
    return Response.json(await toEndpointSecret(created), { status: 201 });
  },
});
