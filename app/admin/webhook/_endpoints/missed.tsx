"use client";

import useSWR from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import { post, type RequestFailed } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { ResendPreview, ResendRequest } from "#lib/contract/bulk-resend.ts";
import type { EndpointView } from "#lib/contract/endpoint.ts";
import { useBulkResend } from "./use-bulk-resend.ts";

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
  const { busy, send } = useBulkResend(filter);
  const total = preview?.total ?? endpoint.missed;
  if (!offered || total === 0) return null;
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
