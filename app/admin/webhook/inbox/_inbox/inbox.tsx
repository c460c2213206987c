"use client";

import { parseAsString, useQueryState } from "nuqs";
import useSWR from "swr";
import { inbox } from "#app/_components/data/keys.ts";
import type { RequestFailed } from "#app/_components/data/request.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import type { InboxList } from "#lib/contract/inbox.ts";
import { InboxRow } from "./inbox-row.tsx";
import { InboxSkeleton } from "./inbox-skeleton.tsx";

/** What was received, newest first, one page at a time. */
export function Inbox() {
  const [cursor, setCursor] = useQueryState("cursor", parseAsString.withOptions({ history: "push", scroll: true }));
  const { data, error, mutate } = useSWR<InboxList, RequestFailed>(inbox.page(cursor), {
    refreshInterval: 5000,
    keepPreviousData: true,
  });
  if (!data) {
    if (!error) return <InboxSkeleton />;
    return (
      <div className="mt-8 max-w-xl">
        <Failure error={error} retry={() => mutate()} />
      </div>
    );
  }
  if (data.items.length === 0) {
    return (
      <p className="mt-8 max-w-prose text-soft">
        Rien n’est encore arrivé. Chaque événement accepté paraîtra ici, avec sa preuve d’origine et le livre qu’il a
        apporté.
      </p>
    );
  }
  return (
    <>
      <ul aria-label="Événements reçus" className="mt-8 divide-y divide-line border-y border-line">
        {data.items.map((entry) => (
          <InboxRow key={entry.id} entry={entry} changed={() => mutate()} />
        ))}
      </ul>
      {(cursor || data.next_cursor) && (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
          {cursor && <Button onClick={() => setCursor(null)}>Les plus récents</Button>}
          {data.next_cursor && <Button onClick={() => setCursor(data.next_cursor)}>Plus anciens</Button>}
        </nav>
      )}
    </>
  );
}
