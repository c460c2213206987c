"use client";

import { useState } from "react";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints } from "#app/_components/data/keys.ts";
import { patch } from "#app/_components/data/request.ts";
import { nameOf } from "#app/_components/status/describe-endpoint.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { EndpointView } from "#lib/contract/endpoint.ts";

/** Pauses or enables a destination; missed deliveries are then offered beside it. */
export function Pause({ endpoint }: { endpoint: EndpointView }) {
  const refresh = useRefreshWebhook();
  const [busy, setBusy] = useState(false);
  const change = async () => {
    setBusy(true);
    try {
      await patch(endpoints.one(endpoint.id), { enabled: !endpoint.enabled });
      toast(endpoint.enabled ? "Destination en pause" : "Destination réactivée");
      await refresh();
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "Le changement n’a pas abouti.");
    } finally {
      setBusy(false);
    }
  };
  const verb = endpoint.enabled ? "Mettre en pause" : "Réactiver";
  return (
    <Button busy={busy} onClick={change} aria-label={`${verb}\u202f: ${nameOf(endpoint)}`}>
      {verb}
    </Button>
  );
}
