"use client";

import useSWRInfinite from "swr/infinite";
import { webhook } from "#app/_components/data/keys.ts";
import type { RequestFailed } from "#app/_components/data/request.ts";
import { isDelivering } from "#app/_components/data/webhook.ts";
import type { DeliveryList } from "#lib/contract/delivery.ts";

function keyOf(_index: number, previous: DeliveryList | null): string | null {
  if (!previous) return webhook.page();
  return previous.next_cursor && webhook.page(previous.next_cursor);
}

export function useDeliveries() {
  const { data, error, mutate, setSize, isValidating } = useSWRInfinite<DeliveryList, RequestFailed>(keyOf, {
    refreshInterval: (pages) => (pages?.some((page) => page.items.some(isDelivering)) ? 1000 : 5000),
    revalidateAll: true,
  });
  return {
    deliveries: data?.flatMap((page) => page.items),
    more: Boolean(data?.at(-1)?.next_cursor),
    error,
    retry: () => mutate(),
    loading: isValidating,
    loadMore: () => setSize((size) => size + 1),
  };
}
