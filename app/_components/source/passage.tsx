"use client";

import useSWRImmutable from "swr/immutable";
import type { SourceText, SourceView } from "#lib/contract/job.ts";
import { jobs } from "../data/keys.ts";
import type { RequestFailed } from "../data/request.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { Failure } from "../ui/failure.tsx";
import { SkeletonBlock } from "../ui/skeleton.tsx";

export type PassageOf = Pick<SourceView, "id" | "title" | "url" | "place">;

type PassageProps = { jobId: string; source: PassageOf };

function Text({ jobId, source: { id, url } }: PassageProps) {
  const { data, error, mutate } = useSWRImmutable<SourceText, RequestFailed>(jobs.source(jobId, id));
  if (error) return <Failure error={error} retry={() => mutate()} />;
  if (!data)
    return <SkeletonBlock label="Chargement du passage" className="space-y-2 py-2" bars={["h-3", "h-3 w-2/3"]} />;
  return (
    <div className="border-l-2 border-line pt-1 pb-2 pl-4">
      <blockquote className="font-serif text-[0.9375rem]/6 whitespace-pre-line text-ink">{data.passage}</blockquote>
      {url && (
        <a
          href={url}
          rel="noopener noreferrer nofollow"
          target="_blank"
          className="mt-1 inline-block break-all underline"
        >
          {new URL(url).hostname}
        </a>
      )}
    </div>
  );
}

/** A passage of an author's own document: its name and place, which open onto its text. */
export function Passage({ jobId, source }: PassageProps) {
  const { title, place } = source;
  return (
    <Disclosure
      label={
        <span className="min-w-0 text-left break-words">
          {title}
          {place && <span className="text-faint">, {place}</span>}
        </span>
      }
    >
      <Text jobId={jobId} source={source} />
    </Disclosure>
  );
}
