import { OnDay } from "#app/_components/time/moment.tsx";
import type { SourceView } from "#lib/contract/job.ts";

/** The pages that were read for a book, under the names that drafts cite them by. */
export function SourceList({ sources }: { sources: SourceView[] }) {
  return (
    <ul className="mt-1 space-y-2.5 text-[0.8125rem] text-soft">
      {sources.map(({ id, title, url, retrieved_at }) => (
        <li key={id} className="grid grid-cols-[2rem_minmax(0,1fr)]">
          <span className="text-faint">{id}</span>
          <span className="min-w-0">
            <a href={url} rel="noopener noreferrer nofollow" target="_blank" className="break-words underline">
              {title}
            </a>
            <span className="block text-faint">
              {new URL(url).hostname}, lue le <OnDay at={retrieved_at} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
