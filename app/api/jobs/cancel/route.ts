import { JobsCancelled } from "#lib/contract/job.ts";
import { cancelEveryJob } from "#lib/generation/jobs/cancel.ts";
import { route } from "#lib/http.ts";
import { answerJobDetail } from "../job-detail.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  // A client may have called its job « cancel », and this address hides the one of any job.
  GET: (request) => answerJobDetail(request, "cancel"),
  POST: async () => Response.json(JobsCancelled.parse(await cancelEveryJob())),
});
