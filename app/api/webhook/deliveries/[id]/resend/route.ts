import { route } from "#lib/http.ts";
import { resend } from "#lib/webhook/resend.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<
  RouteContext<"/api/webhook/deliveries/[id]/resend">
>({
  POST: async (_request, { params }) => Response.json(await resend((await params).id)),
});
