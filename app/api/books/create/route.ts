import { BookRequest } from "#lib/contract/book.ts";
import { JobCreated } from "#lib/contract/job.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { readJson } from "#lib/http.ts";
import { queueingRoute } from "../../queue/queueing-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute({
  POST: async (request) => {
    const body = await readJson(request, BookRequest);
    const job = await createJob(body, request.headers.get("idempotency-key") ?? undefined);
    return Response.json(JobCreated.parse(job));
  },
});
