"use client";

import { useState } from "react";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import type { EndpointTest } from "#lib/contract/test-stages.ts";

const isOutcome = (body: unknown): body is EndpointTest =>
  typeof body === "object" && body !== null && "stages" in body;

/** Runs the test of a destination; a failed one is an answer too, anything else is `failure`. */
export function useEndpointTest(id: string) {
  const refresh = useRefreshWebhook();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<EndpointTest>();
  const [failure, setFailure] = useState<string>();
  const run = async () => {
    setBusy(true);
    setOutcome(undefined);
    setFailure(undefined);
    try {
      setOutcome(await post<EndpointTest>(endpoints.test(id)));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (isOutcome(error.body)) setOutcome(error.body);
      else setFailure(error.message);
    } finally {
      setBusy(false);
      void refresh();
    }
  };
  return { run, busy, outcome, failure };
}
