"use client";

import Link from "next/link";
import { useLatestDeliveries } from "#app/_components/data/webhook.ts";
import { describeDelivery } from "#app/_components/status/describe-delivery.ts";
import { Mark } from "#app/_components/status/mark.tsx";
import { Ago } from "#app/_components/time/moment.tsx";

/** What the webhook did last, one sentence each. */
export function LatestDeliveries() {
  const { data } = useLatestDeliveries();
  if (!data?.items.length) return null;
  return (
    <section aria-labelledby="livraisons" className="mt-12 border-t border-line pt-8">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="livraisons" className="text-[1.375rem]">
          Dernières livraisons
        </h2>
        <Link
          href="/admin/webhook"
          className="text-sm text-soft underline decoration-line underline-offset-4 hover:text-ink"
        >
          Toutes les livraisons
        </Link>
      </div>
      <ul className="mt-4 divide-y divide-line">
        {data.items.map((delivery) => {
          const { mark, sentence } = describeDelivery(delivery);
          return (
            <li key={delivery.id} className="grid grid-cols-[auto_1fr_auto] gap-x-3 py-3 text-sm">
              <span className="flex h-[1.5em] items-center">
                <Mark kind={mark} />
              </span>
              <p className="min-w-0">
                <Link
                  href={`/admin/webhook?livraison=${delivery.id}`}
                  className="font-serif text-[0.9375rem] decoration-accent underline-offset-4 hover:underline"
                >
                  {delivery.title ?? delivery.job_id}
                </Link>
                <span className="text-soft"> — {sentence}</span>
              </p>
              <span className="text-[0.8125rem] text-faint">
                <Ago at={delivery.attempts.at(-1)?.started_at ?? delivery.created_at} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
