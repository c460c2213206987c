"use client";

import { useState } from "react";
import { useAnyUnfinished } from "#app/_components/data/jobs.ts";
import { jobs } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { JobsCancelled } from "#lib/contract/job.ts";

/** Stops all that is not finished; shown while anything is. */
export function CancelAll({ onDone }: { onDone: () => Promise<unknown> }) {
  const { any, mutate } = useAnyUnfinished();
  const [busy, setBusy] = useState(false);
  const cancelAll = async () => {
    setBusy(true);
    try {
      const { cancelled } = await post<JobsCancelled>(jobs.cancelAll);
      await Promise.all([mutate(), onDone()]);
      toast(`${count(cancelled, "rédaction arrêtée", "rédactions arrêtées")}.`);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "L’action n’a pas abouti.");
    } finally {
      setBusy(false);
    }
  };
  if (!any) return null;
  return (
    <Confirm
      trigger={(ask) => (
        <Button look="danger" busy={busy} onClick={ask}>
          Tout arrêter
        </Button>
      )}
      title="Arrêter toutes les rédactions ?"
      description="Rien de ce qui n’est pas terminé ne continue, plans à relire et plafonds atteints compris. Ce qui est écrit est gardé, et chaque rédaction peut être reprise depuis sa page."
      keep="Continuer les rédactions"
      confirm="Tout arrêter"
      onConfirm={() => void cancelAll()}
    />
  );
}
