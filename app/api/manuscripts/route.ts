import { JobCreated } from "#lib/contract/job.ts";
import { importManuscript } from "#lib/generation/jobs/import-manuscript.ts";
import { receiveUpload } from "#lib/manuscript/receive.ts";
import { guarded } from "../guarded-route.ts";
import { queueingRoute } from "../queue/queueing-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute(
  guarded({
    POST: async (request) => {
      const upload = await receiveUpload(request);
      const job = await importManuscript(upload, request.headers.get("idempotency-key") ?? undefined);
      return Response.json(JobCreated.parse(job));
    },
  }),
);
