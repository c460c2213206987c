"use client";

import { JobRow } from "#app/_components/status/job-row.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Pages } from "#app/_components/ui/pages.tsx";
import { CancelAll } from "./cancel-all.tsx";
import { EmptyList } from "./empty-list.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import { StateToggles } from "./state-toggles.tsx";
import { useList } from "./use-list.ts";

/** Every job, newest first, narrowed by what the address says. */
export function List() {
  const { chosen, cursor, page, error, retry, stale, choose, turnTo } = useList();
  if (!page && !error) return <ListSkeleton />;
  return (
    <div className="max-w-3xl">
      <div className="mt-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <search aria-label="Filtrer les rédactions">
          <StateToggles chosen={chosen} choose={choose} />
        </search>
        <CancelAll onDone={retry} />
      </div>
      {error && (
        <div className="mt-6">
          <Failure error={error} retry={retry} />
        </div>
      )}
      {page && page.items.length > 0 && (
        <div className={`mt-3 transition-opacity ${stale ? "opacity-60" : ""}`} aria-busy={stale}>
          <h2 className="sr-only">De la plus récente à la plus ancienne</h2>
          <ul className="divide-y divide-line">
            {page.items.map((job) => (
              <JobRow key={job.job_id} job={job} />
            ))}
          </ul>
          <Pages cursor={cursor} older={page.next_cursor} turnTo={turnTo} />
        </div>
      )}
      {page?.items.length === 0 && !error && (
        <EmptyList narrowed={chosen.length > 0 || cursor !== null} showAll={() => choose(null)} />
      )}
    </div>
  );
}
