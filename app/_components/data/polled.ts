"use client";

import { useState } from "react";
import useSWR, { type SWRConfiguration } from "swr";
import type { RequestFailed } from "./request.ts";

type Pace<Data> = (data: Data | undefined) => number;

/**
 * Reads a resource again and again, at a pace in milliseconds that its data sets (0 never). A pace that changes holds at
 * once: SWR alone would first end the wait that it had begun.
 */
export function usePolled<Data>(key: string | null | undefined, pace: Pace<Data>, options?: SWRConfiguration<Data>) {
  const [refreshInterval, setRefreshInterval] = useState(() => pace(undefined));
  const answer = useSWR<Data, RequestFailed>(key, { ...options, refreshInterval });
  const wanted = pace(answer.data);
  if (wanted !== refreshInterval) setRefreshInterval(wanted);
  return answer;
}
