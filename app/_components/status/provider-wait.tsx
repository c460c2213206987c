"use client";

import { waitSentence } from "#lib/contract/wait.ts";
import { useNow } from "../time/use-now.ts";

/** Why a book is not going on, with the hour once the browser knows its zone. */
export function ProviderWait({ until }: { until: string }) {
  const now = useNow();
  return now ? waitSentence(new Date(until), new Date(now)) : "Le fournisseur demande d’attendre";
}
