"use client";

import useSWR from "swr";
import type { DeliveryList, DeliveryView, WebhookSettings } from "#lib/contract/webhook.ts";
import type { RequestFailed } from "./request.ts";

export const webhook = {
  config: "/api/webhook/config",
  settings: "/api/webhook/settings",
  test: "/api/webhook/test",
  latest: "/api/webhook/deliveries?limit=4",
  page: (cursor?: string) => `/api/webhook/deliveries?limit=20${cursor ? `&cursor=${cursor}` : ""}`,
  ofJob: (jobId: string) => `/api/webhook/deliveries?job_id=${jobId}`,
  resend: (id: string) => `/api/webhook/deliveries/${id}/resend`,
};

const soon = 15_000;

/** An attempt is leaving, or is about to. */
export function isDelivering(delivery: DeliveryView): boolean {
  if (delivery.attempts.some((attempt) => attempt.outcome === "in_flight")) return true;
  if (delivery.status !== "pending") return false;
  return !delivery.next_attempt_at || Date.parse(delivery.next_attempt_at) - Date.now() < soon;
}

export const deliveriesRhythm = (list?: DeliveryList) => (list?.items.some(isDelivering) ? 1000 : 5000);

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
