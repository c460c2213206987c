import { VoiceCreate, VoiceList, VoiceView } from "#lib/contract/voice.ts";
import { createVoice } from "#lib/generation/voices/create.ts";
import { listVoices } from "#lib/generation/voices/voices.ts";
import { readJson, route } from "#lib/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => Response.json(VoiceList.parse(await listVoices())),
  POST: async (request) => {
    const voice = await createVoice(await readJson(request, VoiceCreate), { signal: request.signal });
    return Response.json(VoiceView.parse(voice), { status: 201 });
  },
});
