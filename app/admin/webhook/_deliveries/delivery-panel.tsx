import Link from "next/link";
import { Attempts } from "#app/_components/delivery/attempts.tsx";
import { Resend } from "#app/_components/delivery/resend.tsx";
import { DeliverySentence } from "#app/_components/delivery/sentence.tsx";
import { byNumber, titleOf } from "#app/_components/status/describe-delivery.ts";
import { count } from "#app/_components/text/numbers.ts";
import { button } from "#app/_components/ui/button.tsx";
import type { DeliveryView } from "#lib/contract/delivery.ts";
import { Exchange } from "./exchange.tsx";

export function DeliveryPanel({ delivery }: { delivery: DeliveryView }) {
  const last = byNumber(delivery.attempts).at(-1);
  const test = delivery.event_type === "webhook.test";
  return (
    <article
      aria-labelledby="livraison"
      className="rounded-2xl border border-line bg-sheet p-5 [--ground:var(--sheet)] sm:p-6"
    >
      <p className="truncate font-mono text-xs text-faint" title={delivery.event_id}>
        {delivery.event_id}
      </p>
      <h3 id="livraison" className="mt-1 text-[1.375rem] leading-snug">
        {titleOf(delivery)}
      </h3>
      <div className="mt-4">
        <DeliverySentence delivery={delivery} />
      </div>
      <div className="mt-5">
        <Attempts delivery={delivery} />
      </div>
      {last && (
        <div className="mt-6">
          <Exchange attempt={last} event={delivery.event_type} size={count(delivery.body_bytes, "octet")} />
        </div>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {!test && <Resend delivery={delivery} />}
        {!test && (
          <Link href={`/jobs/${delivery.job_id}`} className={button()}>
            Voir la rédaction
          </Link>
        )}
      </div>
    </article>
  );
}
