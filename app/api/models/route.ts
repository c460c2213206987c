import { ModelList } from "#lib/contract/model.ts";
import { listModels } from "#lib/generation/choice/list-models.ts";
import { route } from "#lib/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => Response.json(ModelList.parse(await listModels())),
});
