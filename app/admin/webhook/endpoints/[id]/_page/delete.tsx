"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { endpoints } from "#app/_components/data/keys.ts";
import { remove } from "#app/_components/data/request.ts";
import { nameOf } from "#app/_components/status/describe-endpoint.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { EndpointView } from "#lib/contract/endpoint.ts";

export function Delete({ endpoint }: { endpoint: EndpointView }) {
  const router = useRouter();
  const { mutate } = useSWRConfig();
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await remove(endpoints.one(endpoint.id));
      toast("Destination supprimée");
      void mutate(endpoints.all);
      router.push("/admin/webhook#destinations");
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
      title={`Supprimer «\u00a0${nameOf(endpoint)}\u00a0»\u202f?`}
      description="Plus rien ne partira vers elle, pas même ce qui attend. Ses livraisons passées restent dans le journal ; ses clés sont effacées."
      keep="La garder"
      confirm="Supprimer"
      onConfirm={act}
    />
  );
}
