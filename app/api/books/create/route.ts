import { BookRequest, JobCreated } from "#lib/contract/book.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { readJson, route } from "#lib/http.ts";
import { kick } from "../../queue/kick.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const body = await readJson(request, BookRequest);
    const job = await createJob(body, request.headers.get("idempotency-key") ?? undefined);
    kick(request);
    return Response.json(JobCreated.parse(job));
  },
});
