"use client";

import useSWR from "swr";
import type { DeliveryList, DeliveryView } from "#lib/contract/delivery.ts";
import type { WebhookSettings } from "#lib/contract/webhook.ts";
import { webhook } from "./keys.ts";
import type { RequestFailed } from "./request.ts";

const soon = 15_000;

/** An attempt is leaving, or is about to. */
export function isDelivering(delivery: DeliveryView): boolean {
  if (delivery.attempts.some((attempt) => attempt.outcome === "in_flight")) return true;
  if (delivery.status !== "pending") return false;
  return !delivery.next_attempt_at || Date.parse(delivery.next_attempt_at) - Date.now() < soon;
}

const deliveriesRhythm = (list?: DeliveryList) => (list?.items.some(isDelivering) ? 1000 : 5000);

export function useLatestDeliveries() {
  return useSWR<DeliveryList, RequestFailed>(webhook.latest, { refreshInterval: deliveriesRhythm });
}

export function useDeliveriesOfJob(jobId: string, expected: boolean) {
  return useSWR<DeliveryList, RequestFailed>(expected ? webhook.ofJob(jobId) : null, {
    refreshInterval: deliveriesRhythm,
  });
}

export function useWebhookSettings() {
  return useSWR<WebhookSettings, RequestFailed>(webhook.settings, { refreshInterval: 15_000 });
}
