"use client";

import type { ReactNode } from "react";
import { useEndpointNames } from "#app/_components/data/webhook.ts";
import { countAttempts, sortByNumber } from "#app/_components/status/describe-delivery.ts";
import { count } from "#app/_components/text/numbers.ts";
import { Countdown, Exactly } from "#app/_components/time/moment.tsx";
import { CopyButton } from "#app/_components/ui/copy-button.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import type { DeliveryView } from "#lib/contract/delivery.ts";
import { showUnseen } from "#lib/contract/unseen.ts";

const link = "underline decoration-line underline-offset-4 hover:decoration-accent";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-faint">{name}</dt>
      <dd className="mt-0.5 min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

/** Lists the fixed properties of a delivery. */
export function Facts({ delivery }: { delivery: DeliveryView }) {
  const { nameOf } = useEndpointNames();
  const last = sortByNumber(delivery.attempts).at(-1);
  const next = delivery.status === "pending" ? delivery.next_attempt_at : null;
  return (
    <aside aria-label="À propos de cette livraison" className="border-line text-sm lg:border-l lg:pl-8">
      <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
        {next && (
          <Fact name="Prochain essai">
            <Countdown to={next} />
            <span className="block text-[0.8125rem] text-faint">
              <Exactly at={next} />
            </span>
          </Fact>
        )}
        <Fact name="Essais">{countAttempts(delivery)}</Fact>
        <Fact name="Destination">
          <Link href={`/admin/webhook/endpoints/${encodeURIComponent(delivery.endpoint_id)}`} className={link}>
            {nameOf(delivery.endpoint_id)}
          </Link>
          {last && <span className="block font-mono text-xs/5 text-faint">{showUnseen(last.url)}</span>}
        </Fact>
        <Fact name="Événement créé">
          <Exactly at={delivery.created_at} />
        </Fact>
        <Fact name="Numéro d’événement (webhook-id)">
          <span className="flex items-start gap-1">
            <span className="font-mono text-xs/6">{delivery.event_id}</span>
            <CopyButton text={delivery.event_id} label="Copier le numéro d’événement" />
          </span>
        </Fact>
        <Fact name="Corps">{delivery.pruned ? "n’est plus conservé" : count(delivery.body_bytes, "octet")}</Fact>
        {delivery.event_type !== "webhook.test" && (
          <Fact name="Rédaction">
            <Link href={`/jobs/${delivery.job_id}`} className={link}>
              Voir la rédaction
            </Link>
            <span className="block font-mono text-xs/5 text-faint">{showUnseen(delivery.job_id)}</span>
          </Fact>
        )}
      </dl>
    </aside>
  );
}
