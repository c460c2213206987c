import type { AttemptView, DeliveryView } from "#lib/contract/delivery.ts";
import { describeAttempt, sortByNumber } from "../status/describe-delivery.ts";
import { Mark } from "../status/mark.tsx";
import { Ago } from "../time/moment.tsx";

const triggers: Record<AttemptView["trigger"], string> = { schedule: "", resend: " à la main", test: "" };

/** Every request that left, newest first. */
export function Attempts({ delivery }: { delivery: DeliveryView }) {
  const attempts = sortByNumber(delivery.attempts).reverse();
  if (attempts.length === 0) return null;
  return (
    <ol className="relative space-y-3.5 before:absolute before:top-2 before:bottom-2 before:left-[4.5px] before:w-px before:bg-line">
      {attempts.map((attempt) => {
        const { mark, words } = describeAttempt(attempt);
        return (
          <li key={attempt.id} className="relative flex gap-3.5 text-sm">
            <span className="flex h-[1.5em] items-center">
              <span className="flex bg-(--ground,var(--paper)) py-0.5">
                <Mark kind={mark} />
              </span>
            </span>
            <span className="min-w-0 flex-1">
              Essai {attempt.number}
              {triggers[attempt.trigger]} · {words}
            </span>
            <span className="text-[0.8125rem] text-faint">
              <Ago at={attempt.started_at} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
