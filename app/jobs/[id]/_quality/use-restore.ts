"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { jobs, webhook } from "#app/_components/data/keys.ts";
import { post, remove } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { toast } from "#app/_components/ui/toast.ts";
import type { EditChange, EditView } from "#lib/contract/edit.ts";

function tell({ restored, sent_to }: EditChange): void {
  const done = restored ? "Le texte est remis dans le livre" : "Le livre est comme avant";
  if (sent_to === undefined) toast(`${done}.`);
  else if (sent_to > 0) toast(`${done}\u202f; la nouvelle version part vers ${count(sent_to, "destination")}.`);
  else
    toast(
      `${done}, mais aucune destination ne reçoit les mises à jour (book.updated)\u202f: les livres déjà reçus ne changent pas.`,
    );
}

/** Puts an edit back, or takes it out again, and reads again what that changes. */
export function useRestore(jobId: string, { id, restored }: EditView) {
  const { mutate } = useSWRConfig();
  const [busy, setBusy] = useState(false);
  const change = async () => {
    setBusy(true);
    const url = jobs.restoreEdit(jobId, id);
    try {
      tell(await (restored ? remove<EditChange>(url) : post<EditChange>(url)));
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "L’action n’a pas abouti.");
    } finally {
      await Promise.all([jobs.edits(jobId), jobs.one(jobId), webhook.ofJob(jobId)].map((key) => mutate(key)));
      await mutate((key) => typeof key === "string" && key.startsWith(`${jobs.one(jobId)}/chapters/`));
      setBusy(false);
    }
  };
  return { busy, change };
}
