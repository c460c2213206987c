import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { SWRConfig } from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import { getDelivery } from "#lib/webhook/deliveries.ts";
import { DeliveryPage } from "./_delivery/delivery-page.tsx";
import { DeliverySkeleton } from "./_delivery/delivery-skeleton.tsx";

export const metadata: Metadata = { title: "Livraison" };

/**
 * What cannot be read here is left to the browser's own request, which says why. SWR is given the value, never a promise:
 * a component that waits for one is rendered again with hooks of the render that was thrown away, and SWR's then fail.
 */
const handOver = async (id: string) => ({ [webhook.one(id)]: await getDelivery(id).catch(() => undefined) });

export default function Page({ params }: PageProps<"/admin/webhook/deliveries/[id]">) {
  return (
    <Suspense fallback={<DeliverySkeleton />}>
      {Promise.all([params, connection()]).then(async ([{ id }]) => (
        <SWRConfig value={{ fallback: await handOver(id) }}>
          <DeliveryPage id={id} />
        </SWRConfig>
      ))}
    </Suspense>
  );
}
