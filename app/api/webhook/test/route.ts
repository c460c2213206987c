import { route } from "#lib/http.ts";
import { sendTest } from "#lib/webhook/test-event/test-event.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async () => {
    const test = await sendTest();
    return Response.json(test, { status: test.success ? 200 : 502 });
  },
});
