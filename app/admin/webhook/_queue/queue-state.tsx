"use client";

import type { ReactNode } from "react";
import { useQueueState } from "#app/_components/data/endpoints.ts";
import { nameOf } from "#app/_components/status/describe-endpoint.ts";
import { Mark } from "#app/_components/status/mark.tsx";
import { number } from "#app/_components/text/numbers.ts";
import { Ago, Until } from "#app/_components/time/moment.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import type { QueueState as State } from "#lib/contract/queue.ts";

function Figure({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  return (
    <div className="border-l border-line pl-4">
      <dt className="text-[0.8125rem] text-soft">{label}</dt>
      <dd className="mt-1 font-serif text-2xl">{children}</dd>
      <dd className="mt-0.5 text-[0.8125rem] text-faint">{hint}</dd>
    </div>
  );
}

function Troubled({ endpoints, measured }: { endpoints: State["endpoints"]; measured: number }) {
  const slowed = (until: string | null) => until !== null && Date.parse(until) > measured;
  const troubled = endpoints.filter(({ failing, throttled_until }) => failing || slowed(throttled_until));
  if (troubled.length === 0) return null;
  return (
    <ul className="mt-6 space-y-1.5 text-sm text-soft">
      {troubled.map((endpoint) => (
        <li key={endpoint.id} className="flex gap-2.5">
          <span className="flex h-[1.5em] items-center">
            <Mark kind={endpoint.failing ? "failed" : "waiting"} />
          </span>
          <span className="min-w-0">
            <Link href={`/admin/webhook/endpoints/${endpoint.id}`} className="text-ink underline underline-offset-3">
              {nameOf({ ...endpoint, is_default: endpoint.id === "default" })}
            </Link>{" "}
            {endpoint.failing && "en échec"}
            {endpoint.failing && slowed(endpoint.throttled_until) && ", "}
            {endpoint.throttled_until && slowed(endpoint.throttled_until) && (
              <>
                ralentie <Until time={endpoint.throttled_until} />
              </>
            )}
            {" · "}
            {number(endpoint.pending)} en attente
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Shows live how many deliveries wait, are in flight or are deferred, and the endpoints in trouble. */
export function QueueState() {
  const { data, error, mutate } = useQueueState();
  return (
    <section aria-labelledby="file" className="mt-16 border-t border-line pt-9">
      <h2 id="file" className="text-[1.75rem]">
        File d’envoi
      </h2>
      {data ? (
        <>
          <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-7 lg:grid-cols-4">
            <Figure label="En attente" hint="prêtes à partir">
              {number(data.waiting)}
            </Figure>
            <Figure label="En vol" hint="réponse attendue">
              {number(data.in_flight)}
            </Figure>
            <Figure label="Différées" hint="leur prochain essai a une heure">
              {number(data.deferred)}
            </Figure>
            <Figure label="La plus ancienne" hint="encore en chemin">
              {data.oldest_at ? <Ago at={data.oldest_at} /> : "aucune"}
            </Figure>
          </dl>
          <Troubled endpoints={data.endpoints} measured={Date.parse(data.measured_at)} />
        </>
      ) : error ? (
        <div className="mt-6 max-w-xl">
          <Failure error={error} retry={() => mutate()} />
        </div>
      ) : (
        <SkeletonBlock
          label="Lecture de la file"
          className="mt-6 grid grid-cols-2 gap-6 lg:grid-cols-4"
          bars={["h-16", "h-16", "h-16", "h-16"]}
        />
      )}
    </section>
  );
}
