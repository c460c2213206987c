"use client";

import { useJobChapter } from "#app/_components/data/jobs.ts";
import { Prose } from "#app/_components/prose/prose.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";

/** A chapter that is written, its text asked for when it is opened. */
export function WrittenText({ job, position }: { job: string; position: number }) {
  const { data, error, mutate } = useJobChapter(job, position);
  if (data) return <Prose html={data.html} />;
  if (error) return <Failure error={error} retry={() => mutate()} />;
  return (
    <SkeletonBlock
      label="Lecture du chapitre"
      className="space-y-4"
      bars={["h-5 w-full", "h-5 w-11/12", "h-5 w-2/3"]}
    />
  );
}
