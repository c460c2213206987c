"use client";

import { useEndpoints } from "#app/_components/data/endpoints.ts";
import { describeFailing, nameOf } from "#app/_components/status/describe-endpoint.ts";
import { At, Since } from "#app/_components/time/moment.tsx";
import { useNow } from "#app/_components/time/use-now.ts";
import { Link } from "#app/_components/ui/link.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { EndpointView } from "#lib/contract/endpoint.ts";

const hourMs = 3_600_000;

/** Tells that a destination is off, cannot send, or has only failed for an hour. */
function isTroubled({ enabled, blocked, failing }: EndpointView, now: number): boolean {
  if (!enabled || blocked) return true;
  return failing !== null && now - Date.parse(failing.since) >= hourMs;
}

function Sentence({ enabled, blocked, failing, disabled_at }: EndpointView) {
  if (enabled && failing && !blocked) {
    return (
      <>
        ne reçoit plus rien <Since at={failing.since} />
        {"\u202f: "}
        {describeFailing(failing)}. Sans succès, mise en pause prévue{"\u202f: "}
        <At time={failing.pauses_at} />, ou au premier échec qui suivra.
      </>
    );
  }
  return (
    <>
      {enabled ? "ne peut rien envoyer" : "est en pause"}
      {!enabled && disabled_at && (
        <>
          {" "}
          <Since at={disabled_at} />
        </>
      )}
      . {blocked}
    </>
  );
}

/** Warns of destinations in trouble before anyone wonders where their books are. */
export function EndpointWarnings() {
  const { data } = useEndpoints(15_000);
  const now = useNow();
  const troubled = now === undefined ? [] : (data?.items.filter((endpoint) => isTroubled(endpoint, now)) ?? []);
  if (troubled.length === 0) return null;
  return (
    <section aria-label="Avertissements" className="space-y-3 pt-6">
      {troubled.map((endpoint) => (
        <Notice key={endpoint.id} kind={endpoint.enabled ? "failed" : "waiting"}>
          <Link
            href={`/admin/webhook/endpoints/${endpoint.id}`}
            className="font-semibold underline decoration-edge underline-offset-3 hover:decoration-ink"
          >
            {nameOf(endpoint)}
          </Link>{" "}
          <Sentence {...endpoint} />
        </Notice>
      ))}
    </section>
  );
}
