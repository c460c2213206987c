import { Passage } from "#app/_components/source/passage.tsx";
import { OnDay } from "#app/_components/time/moment.tsx";
import type { SourceView } from "#lib/contract/job.ts";

function Page({ title, url = "", retrieved_at }: SourceView) {
  return (
    <>
      <a href={url} rel="noopener noreferrer nofollow" target="_blank" className="break-words underline">
        {title}
      </a>
      <span className="block text-faint">
        {URL.parse(url)?.hostname}, lue le <OnDay at={retrieved_at} />
      </span>
    </>
  );
}

type SourceListProps = { jobId: string; sources: SourceView[] };

/** What a book may cite, under the names that drafts cite it by: pages that were read, and passages of documents. */
export function SourceList({ jobId, sources }: SourceListProps) {
  return (
    <ul className="mt-1 space-y-2.5 text-[0.8125rem] text-soft">
      {sources.map((source) => (
        <li key={source.id} className="grid grid-cols-[2rem_minmax(0,1fr)]">
          <span className={`text-faint ${source.is_passage ? "leading-8" : ""}`}>{source.id}</span>
          <div className="min-w-0">
            {source.is_passage ? <Passage jobId={jobId} source={source} /> : <Page {...source} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
