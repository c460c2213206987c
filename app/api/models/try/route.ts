import { ModelTried, ModelTry } from "#lib/contract/model.ts";
import { tryModel } from "#lib/generation/choice/try-model.ts";
import { readJson, route } from "#lib/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const { model } = await readJson(request, ModelTry);
    return Response.json(ModelTried.parse(await tryModel(model, { signal: request.signal })));
  },
});
