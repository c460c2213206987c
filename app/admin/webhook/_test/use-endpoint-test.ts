"use client";

import { useState } from "react";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import { EndpointTest } from "#lib/contract/test-stages.ts";

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
      const told = EndpointTest.safeParse(error.body);
      if (told.success) setOutcome(told.data);
      else setFailure(error.message);
    } finally {
      setBusy(false);
      void refresh();
    }
  };
  return { run, busy, outcome, failure };
}
