"use client";

import useSWR from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import type { RequestFailed } from "#app/_components/data/request.ts";
import { Attempts } from "#app/_components/delivery/attempts.tsx";
import { Resend } from "#app/_components/delivery/resend.tsx";
import { titleOf } from "#app/_components/status/describe-delivery.ts";
import { Countdown } from "#app/_components/time/moment.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import type { DeliveryList } from "#lib/contract/delivery.ts";
import type { EndpointView } from "#lib/contract/endpoint.ts";
import { EndpointState } from "../_endpoints/state.tsx";
import { Publish } from "./publish.tsx";

/** The practice destination at work: its last delivery, attempt by attempt. */
export function Exercise({ endpoint, demo }: { endpoint: EndpointView; demo: boolean }) {
  const { data } = useSWR<DeliveryList, RequestFailed>(webhook.log(`endpoint_id=${endpoint.id}`), {
    refreshInterval: 1000,
  });
  const last = data?.items[0];
  return (
    <div>
      <EndpointState endpoint={endpoint} />
      <div className="mt-4 flex flex-wrap gap-3">
        <Publish endpoint={endpoint} demo={demo} />
        {last && last.event_type !== "webhook.test" && last.status !== "pending" && <Resend delivery={last} />}
      </div>
      {last ? (
        <div className="mt-5">
          <p className="font-serif text-base">{titleOf(last)}</p>
          <div className="mt-3">
            <Attempts delivery={last} />
          </div>
          {last.status === "pending" && last.next_attempt_at && last.attempts.length > 0 && (
            <p className="mt-3 text-sm text-soft">
              Prochain essai <Countdown to={last.next_attempt_at} />.
            </p>
          )}
        </div>
      ) : (
        <p className="mt-4 text-sm text-soft">Rien ne lui a encore été envoyé.</p>
      )}
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Link
          href={`/admin/webhook/deliveries?endpoint_id=${endpoint.id}`}
          className="text-soft underline decoration-edge underline-offset-4 hover:text-ink"
        >
          Suivre ses livraisons
        </Link>
        <Link
          href={`/admin/webhook/endpoints/${endpoint.id}`}
          className="text-soft underline decoration-edge underline-offset-4 hover:text-ink"
        >
          Régler ou supprimer
        </Link>
      </p>
    </div>
  );
}
