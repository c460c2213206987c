import { VoiceUpdate, VoiceView } from "#lib/contract/voice.ts";
import { deleteVoice, getVoice, saveVoice } from "#lib/generation/voices/voices.ts";
import { readJson, route } from "#lib/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/voices/[id]">>({
  GET: async (_request, { params }) => Response.json(VoiceView.parse(await getVoice((await params).id))),
  PUT: async (request, { params }) => {
    const voice = await saveVoice((await params).id, await readJson(request, VoiceUpdate));
    return Response.json(VoiceView.parse(voice));
  },
  DELETE: async (_request, { params }) => {
    await deleteVoice((await params).id);
    return new Response(null, { status: 204 });
  },
});
