"use client";

import { eventWords } from "#app/_components/status/describe-delivery.ts";
import { nameOf } from "#app/_components/text/endpoint-name.ts";
import { Ago } from "#app/_components/time/moment.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import type { EndpointView } from "#lib/contract/endpoint.ts";
import { showUnseen } from "#lib/contract/unseen.ts";
import { Missed } from "./missed.tsx";
import { Pause } from "./pause.tsx";
import { EndpointState } from "./state.tsx";

const eventsOf = ({ event_types }: EndpointView) => event_types.map((type) => eventWords[type]).join(", ");

/** Says when the receiver last verified a key. */
function LastVerified({ keys }: EndpointView) {
  if (keys.length === 0) return <>sans clé</>;
  const [last] = keys
    .flatMap(({ last_verified_at }) => last_verified_at ?? [])
    .sort()
    .reverse();
  const several = keys.length > 1 ? `${keys.length} clés` : "clé";
  if (!last)
    return (
      <>
        {several}, pas encore vérifiée{keys.length > 1 && "s"} par le récepteur
      </>
    );
  return (
    <>
      {several}, vérifiée{keys.length > 1 && "s"} <Ago at={last} />
    </>
  );
}

export function EndpointRow({ endpoint }: { endpoint: EndpointView }) {
  const name = nameOf(endpoint);
  return (
    <li className="grid gap-x-8 gap-y-3 py-5 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)_9.5rem]">
      <div className="min-w-0">
        <Link
          href={`/admin/webhook/endpoints/${endpoint.id}`}
          className="font-serif text-lg leading-snug decoration-accent underline-offset-4 hover:underline"
        >
          {name}
        </Link>
        <p className="mt-0.5 font-mono text-[0.8125rem] text-soft [overflow-wrap:anywhere]">
          {showUnseen(endpoint.url)}
        </p>
        <p className="mt-1 text-[0.8125rem] text-faint">
          {eventsOf(endpoint)} · <LastVerified {...endpoint} />
        </p>
      </div>
      <EndpointState endpoint={endpoint} />
      <div className="md:text-right">
        <Pause endpoint={endpoint} />
      </div>
      <Missed endpoint={endpoint} className="md:col-span-full" />
    </li>
  );
}
