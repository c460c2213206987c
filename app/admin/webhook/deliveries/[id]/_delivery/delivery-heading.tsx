import { ArrowLeft } from "lucide-react";
import { describeDelivery, eventWords, statusWords, titleOf } from "#app/_components/status/describe-delivery.ts";
import { Mark } from "#app/_components/status/mark.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import type { DeliveryView } from "#lib/contract/delivery.ts";

export function DeliveryHeading({ delivery }: { delivery: DeliveryView }) {
  const { mark } = describeDelivery(delivery);
  return (
    <header className="pt-4">
      <Link
        href="/admin/webhook/deliveries"
        className="inline-flex min-h-8 items-center gap-1.5 text-sm text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        Toutes les livraisons
      </Link>
      <h1 className="mt-2 text-[1.875rem] leading-tight tracking-tight sm:text-[2.375rem]">{titleOf(delivery)}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-2 text-soft">
        <Mark kind={mark} />
        {mark === "running" ? "en cours" : statusWords[delivery.status]} · {eventWords[delivery.event_type]} ·{" "}
        <span className="font-mono text-[0.8125rem]">{delivery.event_type}</span>
      </p>
    </header>
  );
}
