import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { SWRConfig } from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { readFallback } from "#app/_components/data/read-fallback.ts";
import { getJobDetail } from "#lib/generation/jobs/jobs.ts";
import { JobPage } from "./_progress/job-page.tsx";
import { JobSkeleton } from "./_progress/job-skeleton.tsx";

export const metadata: Metadata = { title: "Rédaction" };

export default function Page({ params }: PageProps<"/jobs/[id]">) {
  return (
    <Suspense fallback={<JobSkeleton />}>
      {Promise.all([params, connection()]).then(async ([{ id }]) => (
        <SWRConfig value={{ fallback: await readFallback(jobs.one(id), getJobDetail(id)) }}>
          <JobPage id={id} />
        </SWRConfig>
      ))}
    </Suspense>
  );
}
