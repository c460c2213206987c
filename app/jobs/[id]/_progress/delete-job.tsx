"use client";

import { Trash2 } from "lucide-react";
import { jobDeletion, useDeletion } from "#app/_components/deletion/use-deletion.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import type { JobDetail } from "#lib/contract/job.ts";
import { isEnded } from "#lib/contract/values.ts";

/** Asks first only where writing stops: everything else is taken back with one press. */
export function DeleteJob({ job }: { job: JobDetail }) {
  const { busy, run } = useDeletion(jobDeletion(job.job_id));
  const button = (onClick: () => void) => (
    <Button look="bare" busy={busy} onClick={onClick}>
      <Trash2 aria-hidden="true" />
      Supprimer la rédaction
    </Button>
  );
  if (isEnded(job.status)) return button(run);
  return (
    <Confirm
      trigger={button}
      title="Supprimer cette rédaction ?"
      description="Elle s’arrête aussitôt. Pendant trente jours, la corbeille permet de la restaurer, puis de la reprendre."
      keep="Continuer la rédaction"
      confirm="Supprimer"
      onConfirm={run}
    />
  );
}
