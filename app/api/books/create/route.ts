import { JobCreated } from "#lib/contract/job.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { queueingRoute } from "../../queue/queueing-route.ts";
import { readOrder } from "../read-order.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute({
  POST: async (request) => {
    const body = await readOrder(request);
    const job = await createJob(body, request.headers.get("idempotency-key") ?? undefined);
    return Response.json(JobCreated.parse(job));
  },
});
