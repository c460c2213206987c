"use client";

import { describeEndpoint, describeFailing, isThrottled } from "#app/_components/status/describe-endpoint.ts";
import { Mark } from "#app/_components/status/mark.tsx";
import { At, Since, Until } from "#app/_components/time/moment.tsx";
import { useNow } from "#app/_components/time/use-now.ts";
import type { EndpointView } from "#lib/contract/endpoint.ts";

/** `en échec depuis hier, 18:02 · 12 échecs de suite, 34 % de la patience utilisée`: a destination's state, whole. */
export function EndpointState({ endpoint }: { endpoint: EndpointView }) {
  const now = useNow() ?? Number.POSITIVE_INFINITY;
  const { mark, word } = describeEndpoint(endpoint, now);
  const { enabled, blocked, disabled_at, failing, throttled_until } = endpoint;
  return (
    <div className="flex gap-2.5 text-sm">
      <span className="flex h-[1.5em] items-center">
        <Mark kind={mark} />
      </span>
      <div className="min-w-0 text-soft">
        <p>
          <span className="font-medium text-ink">{word}</span>
          {!enabled && disabled_at && (
            <>
              {" "}
              <Since at={disabled_at} />
            </>
          )}
          {enabled && failing && (
            <>
              {" "}
              <Since at={failing.since} />
            </>
          )}
          {enabled && throttled_until && isThrottled(endpoint, now) && (
            <>
              {failing ? ", ralentie" : ""} <Until time={throttled_until} />
            </>
          )}
        </p>
        {blocked && <p>{blocked}</p>}
        {enabled && failing && (
          <p>
            {describeFailing(failing)}. Sans succès, mise en pause prévue : <At time={failing.pauses_at} />, ou au
            premier échec qui suivra.
          </p>
        )}
      </div>
    </div>
  );
}
