import { KeyProvider, ModelKeyUpdate, ModelSettingsView } from "#lib/contract/model.ts";
import { notFound } from "#lib/errors.ts";
import { readSettings } from "#lib/generation/choice/settings.ts";
import { removeKey, saveKey } from "#lib/generation/model-settings/save.ts";
import { readJson, route } from "#lib/http.ts";

type Context = RouteContext<"/api/models/keys/[provider]">;

async function providerOf({ params }: Context): Promise<KeyProvider> {
  const { data } = KeyProvider.safeParse((await params).provider);
  if (!data) throw notFound("Fournisseur");
  return data;
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  PUT: async (request, context) => {
    await saveKey(await providerOf(context), await readJson(request, ModelKeyUpdate));
    return Response.json(ModelSettingsView.parse(await readSettings()));
  },
  DELETE: async (_request, context) => {
    await removeKey(await providerOf(context));
    return Response.json(ModelSettingsView.parse(await readSettings()));
  },
});
