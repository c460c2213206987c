"use client";

import Link from "next/link";
import { useLatestDeliveries } from "#app/_components/data/webhook.ts";
import { describeDelivery, titleOf } from "#app/_components/status/describe-delivery.ts";
import { Mark } from "#app/_components/status/mark.tsx";
import { Ago } from "#app/_components/time/moment.tsx";
import { SectionHeading } from "./section-heading.tsx";

/** What the webhook did last, one sentence each. */
export function LatestDeliveries() {
  const { data } = useLatestDeliveries();
  if (!data?.items.length) return null;
  return (
    <section aria-labelledby="livraisons" className="mt-12 border-t border-line pt-8">
      <SectionHeading id="livraisons" title="Dernières livraisons" href="/admin/webhook" />
      <ul className="mt-4 divide-y divide-line">
        {data.items.map((delivery) => {
          const { mark, sentence } = describeDelivery(delivery);
          return (
            <li
              key={delivery.id}
              className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3 py-3 text-sm md:grid-cols-[auto_20rem_minmax(0,1fr)_auto]"
            >
              <Mark kind={mark} />
              <Link
                href={`/admin/webhook?livraison=${delivery.id}&job=${delivery.job_id}`}
                className="font-serif text-base leading-snug decoration-accent underline-offset-4 hover:underline md:truncate"
              >
                {titleOf(delivery)}
              </Link>
              <p className="order-1 col-span-2 col-start-2 text-soft md:order-none md:col-span-1 md:col-start-auto">
                {sentence}
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
