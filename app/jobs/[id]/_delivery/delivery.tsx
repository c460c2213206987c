"use client";

import { useDeliveriesOfJob, useEndpointNames } from "#app/_components/data/webhook.ts";
import { Attempts } from "#app/_components/delivery/attempts.tsx";
import { Resend } from "#app/_components/delivery/resend.tsx";
import { DeliverySentence } from "#app/_components/delivery/sentence.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import type { DeliveryView } from "#lib/contract/delivery.ts";
import type { JobDetail } from "#lib/contract/job.ts";

function OneDelivery({ delivery, name }: { delivery: DeliveryView; name: string | undefined }) {
  return (
    <div className="pt-3.5 text-sm">
      {name !== undefined && <h3 className="mb-2 font-medium">{name}</h3>}
      <DeliverySentence delivery={delivery} />
      <div className="mt-4">
        <Attempts delivery={delivery} />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        {delivery.status !== "delivered" && <Resend delivery={delivery} />}
        <Link
          href={`/admin/webhook/deliveries/${delivery.id}`}
          className="text-soft underline decoration-line underline-offset-4 hover:text-ink"
        >
          Requête et réponse
        </Link>
      </div>
    </div>
  );
}

/** Shows what each destination got last of a job once it has ended; the versions before are folded. */
export function Delivery({ job }: { job: JobDetail }) {
  const expected = job.status === "completed" || job.status === "failed";
  const { data, error, mutate } = useDeliveriesOfJob(job.job_id, expected);
  const { endpoints, nameOf } = useEndpointNames();
  if (!expected || data?.items.length === 0) return null;
  const items = data?.items ?? [];
  const isLatest = ({ endpoint_id }: DeliveryView, index: number) =>
    items.findIndex((other) => other.endpoint_id === endpoint_id) === index;
  const earlier = items.filter((delivery, index) => !isLatest(delivery, index));
  const show = (delivery: DeliveryView) => (
    <OneDelivery
      key={delivery.id}
      delivery={delivery}
      name={endpoints.length > 1 ? nameOf(delivery.endpoint_id) : undefined}
    />
  );
  return (
    <section aria-labelledby="livraison">
      <h2 id="livraison" className="border-b border-line pb-2 text-lg">
        Livraison
      </h2>
      {!data && (
        <div className="pt-3.5">
          {error ? (
            <Failure error={error} retry={() => mutate()} />
          ) : (
            <SkeletonBlock label="Lecture de la livraison" bars={["h-16"]} />
          )}
        </div>
      )}
      {items.filter(isLatest).map(show)}
      {earlier.length > 0 && (
        <div className="mt-3">
          <Disclosure label="Les envois d’avant">{earlier.map(show)}</Disclosure>
        </div>
      )}
    </section>
  );
}
