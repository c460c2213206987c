import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { SWRConfig } from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import { readFallback } from "#app/_components/data/read-fallback.ts";
import { getDelivery } from "#lib/webhook/log/deliveries.ts";
import { DeliveryPage } from "./_delivery/delivery-page.tsx";
import { DeliverySkeleton } from "./_delivery/delivery-skeleton.tsx";

export const metadata: Metadata = { title: "Livraison" };

export default function Page({ params }: PageProps<"/admin/webhook/deliveries/[id]">) {
  return (
    <Suspense fallback={<DeliverySkeleton />}>
      {Promise.all([params, connection()]).then(async ([{ id }]) => (
        <SWRConfig value={{ fallback: await readFallback(webhook.one(id), getDelivery(id)) }}>
          <DeliveryPage id={id} />
        </SWRConfig>
      ))}
    </Suspense>
  );
}
