"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useRef } from "react";
import { useDeliveriesOfJob } from "#app/_components/data/webhook.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { DeliveriesSkeleton } from "./deliveries-skeleton.tsx";
import { DeliveryPanel } from "./delivery-panel.tsx";
import { DeliveryRow } from "./delivery-row.tsx";
import { useDeliveries } from "./use-deliveries.ts";

/** Every delivery at the left, the chosen one at the right; on a phone, below its line. */
export function Deliveries() {
  const { deliveries, more, error, retry, loading, loadMore } = useDeliveries();
  const [{ livraison: chosen, job }, choose] = useQueryStates({ livraison: parseAsString, job: parseAsString });
  const listed = deliveries?.find((delivery) => delivery.id === chosen);
  // An older delivery that a link names is read with its job's.
  const { data: ofJob } = useDeliveriesOfJob(job ?? "", job !== null && deliveries !== undefined && !listed);
  const panel = useRef<HTMLDivElement>(null);
  if (!deliveries) {
    if (!error) return <DeliveriesSkeleton />;
    return (
      <div className="mt-6 max-w-xl">
        <Failure error={error} retry={retry} />
      </div>
    );
  }
  if (deliveries.length === 0) {
    return (
      <p className="mt-4 max-w-prose text-soft">
        Rien n’est encore parti. Chaque livre terminé laissera ici ses requêtes, leurs réponses et ce qu’il reste à
        faire.
      </p>
    );
  }
  const selected = listed ?? ofJob?.items.find((delivery) => delivery.id === chosen) ?? deliveries[0];
  const open = (id: string) => {
    void choose({ livraison: id, job: null });
    if (window.matchMedia("(width < 64rem)").matches) {
      requestAnimationFrame(() => panel.current?.scrollIntoView({ behavior: "smooth", block: "start" }));
    }
  };
  return (
    <div className="mt-5 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,29.5rem)]">
      <div>
        <ul className="divide-y divide-line border-y border-line">
          {deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              selected={delivery === selected}
              open={() => open(delivery.id)}
            />
          ))}
        </ul>
        {more && (
          <Button className="mt-6" busy={loading} onClick={loadMore}>
            Charger la suite
          </Button>
        )}
      </div>
      <div ref={panel} className="scroll-mt-4">
        {selected && <DeliveryPanel key={selected.id} delivery={selected} />}
      </div>
    </div>
  );
}
