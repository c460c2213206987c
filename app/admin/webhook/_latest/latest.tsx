"use client";

import { useLatestDeliveries } from "#app/_components/data/webhook.ts";
import { DeliveryLine } from "#app/_components/delivery/delivery-line.tsx";
import { button } from "#app/_components/ui/button.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";

/** Lists the last deliveries, with a link to the log. */
export function Latest() {
  const { data, error, mutate } = useLatestDeliveries();
  if (!data) {
    if (error) return <Failure error={error} retry={() => mutate()} />;
    return <SkeletonBlock label="Lecture des livraisons" bars={["h-32"]} />;
  }
  if (data.items.length === 0) {
    return (
      <p className="max-w-prose text-soft">
        Rien n’est encore parti. Chaque livre terminé laissera ici ses requêtes, leurs réponses et ce qu’il reste à
        faire.
      </p>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line">
        {data.items.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} />
        ))}
      </ul>
      <Link href="/admin/webhook/deliveries" className={button({ className: "mt-5" })}>
        Toutes les livraisons
      </Link>
    </>
  );
}
