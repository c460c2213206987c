"use client";

import useSWR from "swr";
import type { DeliveryList, DeliveryView } from "#lib/contract/delivery.ts";
import type { EndpointList } from "#lib/contract/endpoint.ts";
import type { WebhookSettings } from "#lib/contract/webhook.ts";
import { nameOf } from "../text/endpoint-name.ts";
import { endpoints, webhook } from "./keys.ts";
import { usePolled } from "./polled.ts";
import type { RequestFailed } from "./request.ts";

const soonMs = 15_000;

/** Tells that an attempt is in flight, or about to leave. */
export function isActive(delivery: DeliveryView): boolean {
  if (delivery.attempts.some((attempt) => attempt.outcome === "in_flight")) return true;
  if (delivery.status !== "pending") return false;
  return !delivery.next_attempt_at || Date.parse(delivery.next_attempt_at) - Date.now() < soonMs;
}

const deliveriesRefreshMs = (list?: DeliveryList) => (list?.items.some(isActive) ? 1000 : 10_000);

const deliveryRefreshMs = (delivery?: DeliveryView) => (!delivery || isActive(delivery) ? 1000 : 5000);

export function useLatestDeliveries() {
  return usePolled<DeliveryList>(webhook.latest, deliveriesRefreshMs);
}

export function useDeliveriesOfJob(jobId: string, expected: boolean) {
  return usePolled<DeliveryList>(expected ? webhook.ofJob(jobId) : null, deliveriesRefreshMs);
}

export function useWebhookSettings() {
  return useSWR<WebhookSettings, RequestFailed>(webhook.settings, { refreshInterval: 15_000 });
}

export function useDelivery(id: string) {
  return usePolled<DeliveryView>(webhook.one(id), deliveryRefreshMs);
}

/** Names each destination; by its id when it is not known. */
export function useEndpointNames() {
  const { data } = useSWR<EndpointList, RequestFailed>(endpoints.all, { refreshInterval: 60_000 });
  const named = (data?.items ?? []).map((endpoint) => ({ id: endpoint.id, name: nameOf(endpoint) }));
  return { endpoints: named, nameOf: (id: string) => named.find((endpoint) => endpoint.id === id)?.name ?? id };
}
