import { JobList } from "#lib/contract/job.ts";
import { JobQuery, listJobs } from "#lib/generation/jobs/jobs.ts";
import { route } from "#lib/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = JobQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(JobList.parse(await listJobs(query)));
  },
});
