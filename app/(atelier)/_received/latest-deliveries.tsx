"use client";

import { useLatestDeliveries } from "#app/_components/data/webhook.ts";
import { DeliveryLine } from "#app/_components/delivery/delivery-line.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { SectionHeading } from "./section-heading.tsx";

/** Lists the last deliveries, one sentence each. */
export function LatestDeliveries() {
  const { data, error, mutate } = useLatestDeliveries();
  // Without any answer, the books being written already say so.
  if (data ? data.items.length === 0 : !error?.status) return null;
  return (
    <section aria-labelledby="livraisons" className="mt-12 border-t border-line pt-8">
      <SectionHeading id="livraisons" title="Dernières livraisons" href="/admin/webhook/deliveries" />
      {!data && error && (
        <div className="mt-5 max-w-xl">
          <Failure error={error} retry={() => mutate()} />
        </div>
      )}
      <ul className="mt-4 divide-y divide-line">
        {data?.items.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </section>
  );
}
