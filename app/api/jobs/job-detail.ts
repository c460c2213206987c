import { JobDetail } from "#lib/contract/job.ts";
import { getJobDetail } from "#lib/generation/jobs/jobs.ts";
import { triggerDrainIfDue } from "../queue/trigger-drain.ts";

export async function answerJobDetail(request: Request, id: string): Promise<Response> {
  triggerDrainIfDue(request);
  return Response.json(JobDetail.parse(await getJobDetail(id)));
}
