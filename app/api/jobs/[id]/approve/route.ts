import { JobView } from "#lib/contract/job.ts";
import { OutlineApproval } from "#lib/contract/outline.ts";
import { approveOutline } from "#lib/generation/jobs/approval.ts";
import { readJson } from "#lib/http.ts";
import { queueingRoute } from "../../../queue/queueing-route.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute<Context>({
  POST: async (request, { params }) => {
    const job = await approveOutline((await params).id, await readJson(request, OutlineApproval));
    return Response.json(JobView.parse(job));
  },
});
