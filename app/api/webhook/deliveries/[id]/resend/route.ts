import { route } from "#lib/http.ts";
import { resend } from "#lib/webhook/resend/resend.ts";
import { kick } from "../../../../queue/kick.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<
  RouteContext<"/api/webhook/deliveries/[id]/resend">
>({
  POST: async (request, { params }) => {
    const delivery = await resend((await params).id);
    kick(request);
    return Response.json(delivery);
  },
});
