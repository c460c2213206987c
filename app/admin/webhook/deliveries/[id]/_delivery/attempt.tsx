import { describeAttempt } from "#app/_components/status/describe-delivery.ts";
import { Ago } from "#app/_components/time/moment.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Mark } from "#app/_components/ui/mark.tsx";
import type { AttemptView } from "#lib/contract/delivery.ts";
import { showUnseen } from "#lib/contract/unseen.ts";
import { Exchange } from "./exchange.tsx";
import { Phases } from "./phases.tsx";

const triggers: Record<AttemptView["trigger"], string> = { schedule: "", resend: ", à la main", test: ", test" };

const replaced =
  "La connexion gardée d’un envoi précédent était fermée avant le premier octet de réponse\u202f: la requête est repartie une fois, sur une connexion neuve.";

/** Shows an attempt: its outcome, its phases, and the exchange. */
export function Attempt({ attempt, latest }: { attempt: AttemptView; latest: boolean }) {
  const { mark, words } = describeAttempt(attempt);
  const details = (
    <div className="pt-3">
      <Exchange attempt={attempt} />
    </div>
  );
  return (
    <li className="py-4.5">
      <article aria-label={`Essai ${attempt.number}`} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5">
        <span className="flex h-[1.5em] items-center">
          <Mark kind={mark} />
        </span>
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h3 className="font-sans text-[0.9375rem] font-medium tracking-normal">
              Essai {attempt.number}
              {triggers[attempt.trigger]} · {words}
            </h3>
            <span className="text-[0.8125rem] text-faint">
              <Ago at={attempt.started_at} />
            </span>
          </div>
          {attempt.message && (
            <p className="mt-1 max-w-prose text-pretty text-sm text-soft">{showUnseen(attempt.message)}</p>
          )}
          {attempt.replaced_at && <p className="mt-1 max-w-prose text-pretty text-sm text-soft">{replaced}</p>}
          <Phases attempt={attempt} />
          <div className="mt-2">
            {latest ? (
              details
            ) : (
              <Disclosure label={`Requête et réponse de l’essai ${attempt.number}`}>{details}</Disclosure>
            )}
          </div>
        </div>
      </article>
    </li>
  );
}
