import { DeliveryQuery } from "#lib/contract/delivery.ts";
import { readQuery, route } from "#lib/http.ts";
import { listDeliveries } from "#lib/webhook/log/deliveries.ts";
import { withJobOfBook } from "../job-of-book.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = readQuery(request, DeliveryQuery);
    return Response.json(await listDeliveries(await withJobOfBook(query)));
  },
});
