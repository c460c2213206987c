import { ModelSettingsUpdate, ModelSettingsView } from "#lib/contract/model.ts";
import { readSettings, saveSettings } from "#lib/generation/choice/settings.ts";
import { readJson, route } from "#lib/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => Response.json(ModelSettingsView.parse(await readSettings())),
  PATCH: async (request) => {
    const settings = await saveSettings(await readJson(request, ModelSettingsUpdate));
    return Response.json(ModelSettingsView.parse(settings));
  },
});
