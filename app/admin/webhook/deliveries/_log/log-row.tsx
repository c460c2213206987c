import {
  countAttempts,
  describeDelivery,
  eventWords,
  sortByNumber,
  statusWords,
  titleOf,
} from "#app/_components/status/describe-delivery.ts";
import { Mark } from "#app/_components/status/mark.tsx";
import { Ago, Countdown } from "#app/_components/time/moment.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import type { DeliveryView } from "#lib/contract/delivery.ts";

const cell = "md:py-2.5 md:align-baseline";

/** The last answer of the receiver: its status, or that there was none. */
function lastAnswer(delivery: DeliveryView): string {
  if (delivery.http_status !== null) return String(delivery.http_status);
  const last = sortByNumber(delivery.attempts).at(-1);
  if (last?.response_status) return String(last.response_status);
  return last && last.outcome !== "in_flight" ? "sans réponse" : "–";
}

export function LogRow({ delivery, endpoint }: { delivery: DeliveryView; endpoint: string }) {
  const { mark } = describeDelivery(delivery);
  const next = delivery.status === "pending" ? delivery.next_attempt_at : null;
  const tries = countAttempts(delivery, "/");
  return (
    <tr className="relative border-b border-line transition-colors hover:bg-sheet has-focus-visible:bg-sheet max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-4 max-md:gap-y-1 max-md:py-3.5">
      <td className={`${cell} max-md:order-3 max-md:text-[0.8125rem] md:pr-4`}>
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          <Mark kind={mark} />
          {mark === "running" ? "en cours" : statusWords[delivery.status]}
          <span className="text-faint md:hidden">{`· essai ${tries}`}</span>
        </span>
      </td>
      <th scope="row" className={`${cell} min-w-0 font-normal max-md:order-1 md:pr-4`}>
        <Link
          href={`/admin/webhook/deliveries/${delivery.id}`}
          className="block font-serif text-base leading-snug decoration-accent underline-offset-4 after:absolute after:inset-0 hover:underline focus-visible:after:outline-2 md:truncate"
        >
          {titleOf(delivery)}
        </Link>
        <span className="block text-[0.8125rem] text-soft">
          {eventWords[delivery.event_type]}
          <span className="lg:hidden"> · {endpoint}</span>
        </span>
      </th>
      <td className={`${cell} truncate pr-4 text-soft max-lg:hidden`} title={endpoint}>
        {endpoint}
      </td>
      <td className={`${cell} text-soft max-md:order-4 max-md:text-right max-md:text-[0.8125rem] md:pr-4`}>
        {lastAnswer(delivery)}
      </td>
      <td className={`${cell} pr-4 text-soft max-md:hidden`}>
        <span aria-hidden="true">{tries}</span>
        <span className="sr-only">{countAttempts(delivery)}</span>
      </td>
      <td
        className={`${cell} text-soft max-md:order-5 max-md:col-span-2 max-md:text-[0.8125rem] max-md:empty:hidden md:pr-4`}
      >
        {next ? (
          <>
            <span className="md:hidden">prochain essai </span>
            <Countdown to={next} />
          </>
        ) : (
          <span aria-hidden="true" className="max-md:hidden">
            –
          </span>
        )}
      </td>
      <td className={`${cell} text-right text-[0.8125rem] text-faint max-md:order-2`}>
        <Ago at={sortByNumber(delivery.attempts).at(-1)?.started_at ?? delivery.created_at} />
      </td>
    </tr>
  );
}
