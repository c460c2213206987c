"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { voices } from "#app/_components/data/keys.ts";
import { remove } from "#app/_components/data/request.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { VoiceView } from "#lib/contract/voice.ts";

export function DeleteVoice({ voice: { id, name } }: { voice: VoiceView }) {
  const router = useRouter();
  const { mutate } = useSWRConfig();
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await remove(voices.one(id));
      toast("Voix supprimée");
      void mutate(voices.all);
      router.push("/voices");
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "La suppression n’a pas abouti.");
      setBusy(false);
    }
  };
  return (
    <Confirm
      trigger={(ask) => (
        <Button look="danger" busy={busy} onClick={ask}>
          Supprimer
        </Button>
      )}
      title={`Supprimer «\u00a0${name}\u00a0»\u202f?`}
      description="Aucun livre ne pourra plus être commandé avec elle. Ceux qui l’ont été la gardent."
      keep="La garder"
      confirm="Supprimer"
      onConfirm={act}
    />
  );
}
