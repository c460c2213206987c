import { Link } from "#app/_components/ui/link.tsx";
import type { DeliveryView } from "#lib/contract/delivery.ts";
import { useEndpointNames } from "../data/webhook.ts";
import { describeDelivery, titleOf } from "../status/describe-delivery.ts";
import { Mark } from "../status/mark.tsx";
import { Ago, Countdown } from "../time/moment.tsx";

/** A delivery in one sentence, as an item of a list. */
export function DeliveryLine({ delivery }: { delivery: DeliveryView }) {
  const { mark, sentence } = describeDelivery(delivery);
  const { endpoints, nameOf } = useEndpointNames();
  const next = delivery.status === "pending" && delivery.attempts.length > 0 ? delivery.next_attempt_at : null;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3 py-3 text-sm md:grid-cols-[auto_20rem_minmax(0,1fr)_auto]">
      <Mark kind={mark} />
      <Link
        href={`/admin/webhook/deliveries/${delivery.id}`}
        className="font-serif text-base leading-snug decoration-accent underline-offset-4 hover:underline md:truncate"
      >
        {titleOf(delivery)}
      </Link>
      <p className="order-1 col-span-2 col-start-2 text-soft md:order-none md:col-span-1 md:col-start-auto">
        {endpoints.length > 1 && <span className="text-ink">{nameOf(delivery.endpoint_id)} · </span>}
        {sentence}
        {next && (
          <>
            {" "}
            Prochain essai <Countdown to={next} />.
          </>
        )}
      </p>
      <span className="text-[0.8125rem] text-faint">
        <Ago at={delivery.attempts.at(-1)?.started_at ?? delivery.created_at} />
      </span>
    </li>
  );
}
