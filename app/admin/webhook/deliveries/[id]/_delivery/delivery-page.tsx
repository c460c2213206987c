"use client";

import { useDelivery } from "#app/_components/data/webhook.ts";
import { DeliverySentence } from "#app/_components/delivery/sentence.tsx";
import { sortByNumber } from "#app/_components/status/describe-delivery.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { NotHere } from "#app/_components/ui/not-here.tsx";
import { Actions } from "./actions.tsx";
import { Attempt } from "./attempt.tsx";
import { DeliveryHeading } from "./delivery-heading.tsx";
import { DeliverySkeleton } from "./delivery-skeleton.tsx";
import { Facts } from "./facts.tsx";
import { SentBody } from "./sent-body.tsx";

/** Shows a delivery: its state, its next attempt, and every request that left. */
export function DeliveryPage({ id }: { id: string }) {
  const { data: delivery, error, mutate } = useDelivery(id);
  if (!delivery) {
    if (error?.status === 404) {
      return (
        <NotHere
          title="Cette livraison n’est pas au journal"
          text="Elle n’a jamais existé, ou elle est plus ancienne que ce que le journal conserve."
        />
      );
    }
    return error ? (
      <div className="max-w-xl pt-8">
        <Failure error={error} retry={() => mutate()} />
      </div>
    ) : (
      <DeliverySkeleton />
    );
  }
  const attempts = sortByNumber(delivery.attempts).reverse();
  return (
    <>
      <DeliveryHeading delivery={delivery} />
      <div className="mt-6 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <div aria-live="polite">
            <DeliverySentence delivery={delivery} />
          </div>
          <Actions delivery={delivery} />
          <section aria-labelledby="essais" className="mt-10">
            <h2 id="essais" className="text-[1.375rem]">
              Essais
            </h2>
            {attempts.length === 0 && <p className="mt-3 text-soft">Aucune requête n’est encore partie.</p>}
            <ol className="mt-4 divide-y divide-line border-t border-line">
              {attempts.map((attempt, index) => (
                <Attempt key={attempt.id} attempt={attempt} latest={index === 0} />
              ))}
            </ol>
          </section>
          <SentBody delivery={delivery} />
        </div>
        <Facts delivery={delivery} />
      </div>
    </>
  );
}
