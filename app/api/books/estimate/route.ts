import { Estimate } from "#lib/contract/estimate.ts";
import { chainsOfOrder } from "#lib/generation/choice/chains-of-order.ts";
import { estimateBook } from "#lib/generation/estimate/estimate.ts";
import { route } from "#lib/http.ts";
import { readOrder } from "../read-order.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const order = await readOrder(request);
    await chainsOfOrder(order);
    return Response.json(Estimate.parse(await estimateBook(order)));
  },
});
