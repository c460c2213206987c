"use client";

import { useState } from "react";
import { models } from "#app/_components/data/keys.ts";
import { useRefreshModels } from "#app/_components/data/models.ts";
import { patch, RequestFailed } from "#app/_components/data/request.ts";
import { toast } from "#app/_components/ui/toast.ts";
import type { ModelSettingsUpdate } from "#lib/contract/model.ts";

/** Changes a setting at the press of a button. */
export function useSettingsChange() {
  const refresh = useRefreshModels();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const change = async (update: ModelSettingsUpdate, said: string) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await patch(models.settings, update);
      toast(said);
      await refresh();
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error.message);
    } finally {
      setBusy(false);
    }
  };
  return { change, busy, failure };
}
