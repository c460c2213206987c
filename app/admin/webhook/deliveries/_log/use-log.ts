"use client";

import { useState } from "react";
import { webhook } from "#app/_components/data/keys.ts";
import { usePolled } from "#app/_components/data/polled.ts";
import { isActive } from "#app/_components/data/webhook.ts";
import type { DeliveryList } from "#lib/contract/delivery.ts";
import { justAfter } from "./just-after.ts";

const rhythm = (list?: DeliveryList) => (list?.items.some(isActive) ? 1000 : 5000);

/**
 * Reads a page of the log, which stays where it is: new deliveries are only counted until they are asked for.
 * @param scope tells one filter from another, whatever the clock says
 */
export function useLog(
  query: Record<string, string> | undefined,
  { cursor, scope }: { cursor: string | null; scope: string },
) {
  const [anchor, setAnchor] = useState<{ scope: string; id: string }>();
  const keyOf = (from?: string | null) =>
    query && webhook.log(new URLSearchParams({ ...query, ...(from && { cursor: from }) }).toString());

  const head = usePolled<DeliveryList>(keyOf(), rhythm, { keepPreviousData: true });
  const top = head.data?.items[0]?.id;
  const held = anchor?.scope === scope ? anchor.id : undefined;
  if (!held && top && !head.isLoading) setAnchor({ scope, id: top });

  const from = cursor ?? (held && held !== top ? justAfter(held) : null);
  // Without `from` this is the head itself, asked for once: so the rows stay when the page is anchored for the first time.
  const page = usePolled<DeliveryList>(keyOf(from), rhythm, { keepPreviousData: true });
  const asked = `${scope} ${from}`;
  const [shown, setShown] = useState<string>();
  if (page.data && !page.isLoading && shown !== asked) setShown(asked);
  return {
    page: page.data,
    error: page.error,
    retry: () => page.mutate(),
    /** The answer is on its way, and the rows before it are still shown. A period that moves on asks for the same. */
    stale: page.isLoading && shown !== asked,
    fresh: held && !cursor ? (head.data?.items.filter(({ id }) => id > held).length ?? 0) : 0,
    showFresh: () => top && setAnchor({ scope, id: top }),
  };
}
