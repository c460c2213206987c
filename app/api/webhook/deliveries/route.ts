import { DeliveryQuery } from "#lib/contract/delivery.ts";
import { route } from "#lib/http.ts";
import { listDeliveries } from "#lib/webhook/log/deliveries.ts";
import { withJobOfBook } from "../job-of-book.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = DeliveryQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(await listDeliveries(await withJobOfBook(query)));
  },
});
