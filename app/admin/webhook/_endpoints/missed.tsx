"use client";

import { useState } from "react";
import useSWR from "swr";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { webhook } from "#app/_components/data/keys.ts";
import { post, type RequestFailed } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { BulkResendView, ResendPreview, ResendRequest } from "#lib/contract/bulk-resend.ts";
import type { EndpointView } from "#lib/contract/endpoint.ts";

/** The deliveries given up since it was switched off, or only failed before that, until it was switched on again. */
const whatWasMissed = ({ id, missed_since, enabled_at }: EndpointView): ResendRequest => ({
  endpoint_id: id,
  missed: true,
  ...(missed_since && { since: missed_since }),
  ...(enabled_at && { until: enabled_at }),
});

/** Offers to send what a destination missed while it was off, once it is on again. */
export function Missed({ endpoint, className = "" }: { endpoint: EndpointView; className?: string }) {
  const offered = endpoint.enabled && endpoint.missed > 0 && endpoint.missed_since !== null;
  const filter = whatWasMissed(endpoint);
  const { data: preview } = useSWR<ResendPreview, RequestFailed>(
    offered && [webhook.resendsPreview, endpoint.id, endpoint.missed_since, endpoint.missed],
    () => post<ResendPreview>(webhook.resendsPreview, filter),
  );
  const refresh = useRefreshWebhook();
  const [busy, setBusy] = useState(false);
  const total = preview?.total ?? endpoint.missed;
  if (!offered || total === 0) return null;
  const send = async () => {
    setBusy(true);
    try {
      const { total: started } = await post<BulkResendView>(webhook.resends, filter);
      toast(`${count(started, "livraison")} à renvoyer`, { description: "La page Livraisons montre l’avancement." });
      await refresh();
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "Le renvoi n’a pas abouti.");
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={className}>
      <Notice kind="waiting">
        <p>
          {count(total, "livraison manquée", "livraisons manquées")} pendant que la destination échouait ou était
          arrêtée.
        </p>
        <Confirm
          trigger={(ask) => (
            <Button className="mt-2.5" busy={busy} onClick={ask}>
              Envoyer ce qui a été manqué
            </Button>
          )}
          title={`Envoyer ${count(total, "livraison")}\u202f?`}
          description="Chacune garde son identifiant : un récepteur qui l’aurait déjà reçue la reconnaît. Les envois se suivent sans presser la destination."
          keep="Pas maintenant"
          confirm="Envoyer"
          onConfirm={send}
        />
      </Notice>
    </div>
  );
}
