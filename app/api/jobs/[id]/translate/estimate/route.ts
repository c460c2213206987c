import { Estimate } from "#lib/contract/estimate.ts";
import { TranslationRequest } from "#lib/contract/translation.ts";
import { estimateTranslationOf } from "#lib/generation/jobs/translate.ts";
import { readJson, route } from "#lib/http.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  POST: async (request, { params }) => {
    const body = await readJson(request, TranslationRequest);
    return Response.json(Estimate.parse(await estimateTranslationOf((await params).id, body)));
  },
});
