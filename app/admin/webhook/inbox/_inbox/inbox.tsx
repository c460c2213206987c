"use client";

import { Button } from "#app/_components/ui/button.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { EmptyInbox } from "./empty-inbox.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { InboxRow } from "./inbox-row.tsx";
import { InboxSkeleton } from "./inbox-skeleton.tsx";
import { useInbox } from "./use-inbox.ts";

/** Lists the received events, newest first, one page at a time. */
export function Inbox() {
  const inbox = useInbox();
  return (
    <>
      <FilterBar {...inbox} />
      <InboxPage {...inbox} />
    </>
  );
}

function InboxPage({ data, error, mutate, filters, cursor, clear, turnTo }: ReturnType<typeof useInbox>) {
  const failure = error && (
    <div className="mt-8 max-w-xl">
      <Failure error={error} retry={() => mutate()} />
    </div>
  );
  if (!data) return failure ?? <InboxSkeleton />;
  if (data.items.length === 0) {
    const narrowed = cursor !== null || Object.values(filters).some((value) => value !== null);
    return failure ?? <EmptyInbox narrowed={narrowed} clear={clear} />;
  }
  return (
    <>
      {failure}
      <ul aria-label="Événements reçus" className="mt-6 divide-y divide-line border-y border-line">
        {data.items.map((entry) => (
          <InboxRow key={entry.id} entry={entry} changed={() => mutate()} />
        ))}
      </ul>
      {(cursor || data.next_cursor) && (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
          {cursor && <Button onClick={() => turnTo(null)}>Les plus récents</Button>}
          {data.next_cursor && <Button onClick={() => turnTo(data.next_cursor)}>Plus anciens</Button>}
        </nav>
      )}
    </>
  );
}
