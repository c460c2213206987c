"use client";

import { useEndpointNames } from "#app/_components/data/webhook.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Pages } from "#app/_components/ui/pages.tsx";
import { ResendDialog } from "../_resend/resend-dialog.tsx";
import { Resends } from "../_resend/resends.tsx";
import { describeFilters } from "./describe-filters.ts";
import { EmptyLog } from "./empty-log.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FreshPill } from "./fresh-pill.tsx";
import { LogSkeleton } from "./log-skeleton.tsx";
import { LogTable } from "./log-table.tsx";
import { useFilters } from "./use-filters.ts";
import { useLog } from "./use-log.ts";

/** Every delivery, newest first, narrowed by what the address says. */
export function Log() {
  const { filters, cursor, query, set, clear, turnTo } = useFilters();
  const { page, error, retry, stale, fresh, showFresh } = useLog(query, { cursor, scope: JSON.stringify(filters) });
  const { endpoints, nameOf } = useEndpointNames();
  return (
    <>
      <FilterBar filters={filters} set={set} clear={clear} endpoints={endpoints}>
        {query && <ResendDialog filter={query} words={describeFilters(filters, nameOf).map(({ words }) => words)} />}
      </FilterBar>
      <Resends nameOf={nameOf} />
      {error && (
        <div className="mt-6 max-w-xl">
          <Failure error={error} retry={retry} />
        </div>
      )}
      {!page && !error && <LogSkeleton />}
      <FreshPill count={fresh} show={showFresh} />
      {page && page.items.length > 0 && (
        <div className={`mt-4 transition-opacity ${stale ? "opacity-60" : ""}`} aria-busy={stale}>
          <LogTable deliveries={page.items} nameOf={nameOf} />
          <Pages cursor={cursor} older={page.next_cursor} turnTo={turnTo} />
        </div>
      )}
      {page?.items.length === 0 && !error && (
        <EmptyLog filters={filters} past={cursor !== null} set={set} clear={clear} nameOf={nameOf} />
      )}
    </>
  );
}
