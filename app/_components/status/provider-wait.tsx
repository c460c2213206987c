"use client";

import { waitSentence } from "#lib/contract/wait.ts";
import { useNow } from "../time/use-now.ts";

/** Says that the provider asked to wait, with the hour once the browser knows its zone. */
export function ProviderWait({ until }: { until: string }) {
  const now = useNow();
  return now ? waitSentence(new Date(until), new Date(now)) : "Le fournisseur demande d’attendre";
}
