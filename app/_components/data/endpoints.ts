"use client";

import useSWR, { useSWRConfig } from "swr";
import type { EndpointList, EndpointView } from "#lib/contract/endpoint.ts";
import type { QueueState } from "#lib/contract/queue.ts";
import { endpoints, queue } from "./keys.ts";
import type { RequestFailed } from "./request.ts";

/** @param refreshMs how long what is shown may be out of date */
export function useEndpoints(refreshMs = 5000) {
  return useSWR<EndpointList, RequestFailed>(endpoints.all, { refreshInterval: refreshMs });
}

export function useEndpoint(id: string) {
  return useSWR<EndpointView, RequestFailed>(endpoints.one(id), { refreshInterval: 5000 });
}

export function useQueueState() {
  return useSWR<QueueState, RequestFailed>(queue.state, { refreshInterval: 2000 });
}

/** After a change: whatever the page shows of the sender is read again. */
export function useRefreshWebhook() {
  const { mutate } = useSWRConfig();
  return () => mutate((key) => typeof key === "string" && key.includes("/api/webhook/"));
}
