import {
  byNumber,
  describeAttempt,
  describeDelivery,
  eventWords,
  titleOf,
} from "#app/_components/status/describe-delivery.ts";
import { Mark } from "#app/_components/status/mark.tsx";
import { Ago } from "#app/_components/time/moment.tsx";
import type { DeliveryView } from "#lib/contract/delivery.ts";

type DeliveryRowProps = { delivery: DeliveryView; selected: boolean; open: () => void };

export function DeliveryRow({ delivery, selected, open }: DeliveryRowProps) {
  const { mark, word } = describeDelivery(delivery);
  const last = byNumber(delivery.attempts).at(-1);
  return (
    <li className={`-mx-2.5 px-2.5 transition-colors ${selected ? "bg-accent-wash" : "hover:bg-sheet"}`}>
      <button
        type="button"
        onClick={open}
        aria-current={selected ? "true" : undefined}
        className="grid w-full grid-cols-[auto_minmax(0,1fr)_auto] gap-x-4.5 py-3 text-left sm:grid-cols-[auto_minmax(0,1fr)_9.5rem_6.5rem]"
      >
        <span className="flex h-[1.6em] items-center">
          <Mark kind={mark} />
        </span>
        <span className="min-w-0">
          <span className="line-clamp-2 font-serif text-base leading-snug">{titleOf(delivery)}</span>
          <span className="block text-[0.8125rem] text-soft">
            {eventWords[delivery.event_type]} · {word}
          </span>
        </span>
        <span className="hidden text-sm text-soft sm:block">{last ? describeAttempt(last).words : "aucun essai"}</span>
        <span className="text-right text-[0.8125rem] text-soft">
          <Ago at={last?.started_at ?? delivery.created_at} />
        </span>
      </button>
    </li>
  );
}
