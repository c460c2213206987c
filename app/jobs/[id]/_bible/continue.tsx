"use client";

import { Button } from "#app/_components/ui/button.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { JobDetail } from "#lib/contract/job.ts";
import { savePending } from "./pending.ts";

type Props = { job: JobDetail; busy: boolean; approve: () => void };

/** Has the next chapter written, with the bible as it is typed. */
export function Continue({ job, busy, approve }: Props) {
  const go = async () => {
    if (await savePending(job.job_id)) return approve();
    toast.error("La bible n’est pas enregistrée\u202f: corrigez-la avant de continuer.");
  };
  return (
    <Button look="primary" busy={busy} onClick={go}>
      Continuer{"\u202f"}: écrire le chapitre {job.chapters_completed + 1}
    </Button>
  );
}
