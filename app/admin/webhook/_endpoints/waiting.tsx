"use client";

import useSWR from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import { post, type RequestFailed } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { ResendPreview, ResendRequest } from "#lib/contract/bulk-resend.ts";
import type { EndpointView } from "#lib/contract/endpoint.ts";
import { useBulkResend } from "./use-bulk-resend.ts";

/** Offers to send what waits for its next attempt, to a destination that has come back. */
export function Waiting({ endpoint, className = "" }: { endpoint: EndpointView; className?: string }) {
  const filter: ResendRequest = { endpoint_id: endpoint.id, status: ["pending"] };
  const isOffered = endpoint.enabled && endpoint.blocked === null;
  const { data: preview } = useSWR<ResendPreview, RequestFailed>(
    isOffered && [webhook.resendsPreview, endpoint.id, "pending"],
    () => post<ResendPreview>(webhook.resendsPreview, filter),
    { refreshInterval: 5000 },
  );
  const { busy, send } = useBulkResend(filter);
  if (!isOffered || !preview || preview.total === 0) return null;
  return (
    <div className={className}>
      <Notice kind="waiting">
        <p>
          {count(preview.total, "livraison attend", "livraisons attendent")} un nouvel essai vers cette destination.
        </p>
        <Button className="mt-2.5" busy={busy} onClick={send}>
          Envoyer maintenant
        </Button>
      </Notice>
    </div>
  );
}
