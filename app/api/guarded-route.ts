import { guard } from "#lib/door.ts";
import type { Handlers } from "#lib/http.ts";

/**
 * A route that `proxy.ts` leaves out, so that its bodies come whole and unread: it asks the door itself, where no server
 * before Next has. Its other methods are refused to all alike.
 */
export const guarded = <Context>(handlers: Handlers<Context>): Handlers<Context> =>
  Object.fromEntries(
    Object.entries(handlers).map(([method, handle]): [string, typeof handle] => [
      method,
      (request, context) => {
        const refusal = guard({ method, pathname: new URL(request.url).pathname, headers: request.headers });
        if (!refusal) return handle(request, context);
        const { status, body, headers } = refusal;
        return Response.json(body, { status, headers: { ...headers, Connection: "close" } });
      },
    ]),
  );
