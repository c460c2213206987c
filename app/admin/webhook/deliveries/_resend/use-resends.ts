"use client";

import { webhook } from "#app/_components/data/keys.ts";
import { usePolled } from "#app/_components/data/polled.ts";
import type { BulkResendList, BulkResendView } from "#lib/contract/bulk-resend.ts";

const recently = 600_000;

/** Deliveries may still be under way after all of them have been queued. */
export const isMoving = (resend: BulkResendView) => resend.status === "running" || resend.waiting > 0;

const rhythm = (list?: BulkResendList) => (list?.items.some(isMoving) ? 1000 : 10_000);

/** Bulk resends worth showing: those under way, and what has ended in the last ten minutes. */
export function useResends() {
  const { data, mutate } = usePolled<BulkResendList>(webhook.resends, rhythm);
  const resends = data?.items.filter(
    (resend) => isMoving(resend) || !resend.finished_at || Date.now() - Date.parse(resend.finished_at) < recently,
  );
  return { resends: resends ?? [], refresh: () => mutate() };
}
