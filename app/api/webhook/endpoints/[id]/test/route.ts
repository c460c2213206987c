import { route } from "#lib/http.ts";
import { testEndpoint } from "#lib/webhook/test-event/test-event.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/webhook/endpoints/[id]/test">>(
  {
    POST: async (_request, { params }) => {
      const test = await testEndpoint((await params).id);
      return Response.json(test, { status: test.success ? 200 : 502 });
    },
  },
);
