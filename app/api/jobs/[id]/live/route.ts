import { getJob } from "#lib/generation/jobs/jobs.ts";
import { liveEvents } from "#lib/generation/live/stream.ts";
import { route } from "#lib/http.ts";

type Context = { params: Promise<{ id: string }> };

export const maxDuration = 300;

/** `no-transform`: compression would hold text back. */
const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-transform",
  "X-Accel-Buffering": "no",
};

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (request, { params }) => {
    const lastEventId = request.headers.get("last-event-id");
    const events = await liveEvents((await params).id, { lastEventId, signal: request.signal });
    return events ? new Response(events, { headers }) : new Response(null, { status: 204 });
  },
  HEAD: async (_request, { params }) => {
    await getJob((await params).id);
    return new Response(null, { headers });
  },
});
