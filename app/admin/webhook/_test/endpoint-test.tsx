"use client";

import { duration } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { ScrollRegion } from "#app/_components/ui/scroll-region.tsx";
import type { EndpointTest as Outcome } from "#lib/contract/test-stages.ts";
import { showUnseenInLines } from "#lib/contract/unseen.ts";
import { Stages } from "./stages.tsx";
import { useEndpointTest } from "./use-endpoint-test.ts";

const excerptLength = 600;

function Answer({ exchange, delivery_id }: Outcome) {
  const body = exchange.response_body ?? "";
  return (
    <div className="motion-safe:animate-appear">
      {body && (
        <ScrollRegion
          label="Début de la réponse"
          className="max-h-40 overflow-auto rounded-lg border border-line bg-sheet px-3.5 py-2.5"
        >
          <pre className="font-mono text-xs/5 whitespace-pre-wrap text-soft [overflow-wrap:anywhere]">
            {showUnseenInLines(body.slice(0, excerptLength))}
            {body.length > excerptLength && "…"}
          </pre>
        </ScrollRegion>
      )}
      <Link
        href={`/admin/webhook/deliveries/${delivery_id}`}
        className="mt-3 inline-block text-sm text-soft underline decoration-edge underline-offset-4 hover:text-ink"
      >
        Voir cette livraison, octet par octet
      </Link>
    </div>
  );
}

/** Sends a test by the real path and shows how it went, stage by stage. */
export function EndpointTest({ id }: { id: string }) {
  const { run, busy, outcome, failure } = useEndpointTest(id);
  const status = outcome?.attempt?.status ?? outcome?.exchange.response_status;
  return (
    <section aria-labelledby="test">
      <h2 id="test" className="text-lg">
        Tester la destination
      </h2>
      <p className="mt-1.5 text-sm text-soft">
        Une requête véritable, avec un livre factice, vers l’adresse enregistrée, même quand l’envoi est arrêté. Elle
        n’est jamais renvoyée. Le récepteur de Sorami n’en fait pas un livre{"\u202f"}; un autre, qui ignore que test-…
        désigne un essai, peut le publier.
      </p>
      <Button className="mt-4" busy={busy} onClick={run}>
        {busy ? "Réponse attendue…" : "Envoyer un test"}
      </Button>
      {(busy || outcome) && (
        <div className="mt-5">
          <Stages stages={outcome?.stages} />
        </div>
      )}
      <div aria-live="polite" className="mt-5 space-y-3 empty:hidden">
        {failure && <Notice kind="failed">{failure}</Notice>}
        {outcome && (
          <>
            <Notice kind={outcome.success ? "done" : "failed"}>
              {outcome.success ? outcome.message : (outcome.exchange.message ?? outcome.message)}
              <span className="mt-0.5 block text-[0.8125rem] text-soft">
                {status != null && `Réponse ${status} · `}
                {outcome.exchange.duration_ms !== null && duration(outcome.exchange.duration_ms)}
              </span>
            </Notice>
            <Answer {...outcome} />
          </>
        )}
      </div>
    </section>
  );
}
