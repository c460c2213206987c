import { resend } from "#lib/webhook/resend/resend.ts";
import { queueingRoute } from "../../../../queue/queueing-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute<
  RouteContext<"/api/webhook/deliveries/[id]/resend">
>({
  POST: async (_request, { params }) => {
    const delivery = await resend((await params).id);
    return Response.json(delivery);
  },
});
