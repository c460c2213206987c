"use client";

import { useState } from "react";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { webhook } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { toast } from "#app/_components/ui/toast.ts";
import type { BulkResendView, ResendRequest } from "#lib/contract/bulk-resend.ts";

/** Starts a bulk resend from a button, and says how many leave. */
export function useBulkResend(filter: ResendRequest) {
  const refresh = useRefreshWebhook();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { total } = await post<BulkResendView>(webhook.resends, filter);
      toast(`${count(total, "livraison")} à envoyer`, { description: "La page Livraisons montre l’avancement." });
      await refresh();
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "Le renvoi n’a pas abouti.");
    } finally {
      setBusy(false);
    }
  };
  return { busy, send };
}
