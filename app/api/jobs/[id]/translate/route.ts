import { JobCreated } from "#lib/contract/job.ts";
import { TranslationRequest } from "#lib/contract/translation.ts";
import { translateBook } from "#lib/generation/jobs/translate.ts";
import { readJson } from "#lib/http.ts";
import { queueingRoute } from "../../../queue/queueing-route.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = queueingRoute<Context>({
  POST: async (request, { params }) => {
    const body = await readJson(request, TranslationRequest);
    const key = request.headers.get("idempotency-key") ?? undefined;
    return Response.json(JobCreated.parse(await translateBook((await params).id, body, key)));
  },
});
