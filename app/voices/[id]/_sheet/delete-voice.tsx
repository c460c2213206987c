import { voices } from "#app/_components/data/keys.ts";
import { DeleteForGood } from "#app/_components/deletion/delete-for-good.tsx";
import type { VoiceView } from "#lib/contract/voice.ts";

export const DeleteVoice = ({ voice: { id, name } }: { voice: VoiceView }) => (
  <DeleteForGood
    url={voices.one(id)}
    list={voices.all}
    page="/voices"
    name={name}
    description="Aucun livre ne pourra plus être commandé avec elle. Ceux qui l’ont été la gardent."
    said="Voix supprimée"
  />
);
