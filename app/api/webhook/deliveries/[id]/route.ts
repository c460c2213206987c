import { route } from "#lib/http.ts";
import { getDelivery } from "#lib/webhook/log/deliveries.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/webhook/deliveries/[id]">>({
  GET: async (_request, { params }) => Response.json(await getDelivery((await params).id)),
});
