import type { Metadata } from "next";
import { Suspense } from "react";
import { JobPage } from "./_progress/job-page.tsx";
import { JobSkeleton } from "./_progress/job-skeleton.tsx";

export const metadata: Metadata = { title: "Rédaction" };

export default function Page({ params }: PageProps<"/jobs/[id]">) {
  return (
    <Suspense fallback={<JobSkeleton />}>
      {params.then(({ id }) => (
        <JobPage id={id} />
      ))}
    </Suspense>
  );
}
