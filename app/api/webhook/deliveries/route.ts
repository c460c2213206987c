import { route } from "#lib/http.ts";
import { DeliveryQuery, listDeliveries } from "#lib/webhook/deliveries.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = DeliveryQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(await listDeliveries(query));
  },
});
