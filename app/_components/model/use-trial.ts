"use client";

import { useState } from "react";
import type { ModelTried } from "#lib/contract/model.ts";
import { models } from "../data/keys.ts";
import { post, RequestFailed } from "../data/request.ts";

type Outcome = { model: string; tried?: ModelTried; failure?: string };

/** Asks one model for a few words; an outcome is that of the model it was asked of. */
export function useTrial(model: string) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const run = async () => {
    setBusy(true);
    setOutcome(undefined);
    try {
      setOutcome({ model, tried: await post<ModelTried>(models.try, { model }) });
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setOutcome({ model, failure: error.message });
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, outcome: outcome?.model === model ? outcome : undefined };
}
