import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { SWRConfig } from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { getJobDetail } from "#lib/generation/jobs.ts";
import { JobPage } from "./_progress/job-page.tsx";
import { JobSkeleton } from "./_progress/job-skeleton.tsx";

export const metadata: Metadata = { title: "Rédaction" };

/**
 * What cannot be read here is left to the browser's own request, which says why. SWR is given the value, never a promise:
 * a component that waits for one is rendered again with hooks of the render that was thrown away, and SWR's then fail.
 */
const handOver = async (id: string) => ({ [jobs.one(id)]: await getJobDetail(id).catch(() => undefined) });

export default function Page({ params }: PageProps<"/jobs/[id]">) {
  return (
    <Suspense fallback={<JobSkeleton />}>
      {Promise.all([params, connection()]).then(async ([{ id }]) => (
        <SWRConfig value={{ fallback: await handOver(id) }}>
          <JobPage id={id} />
        </SWRConfig>
      ))}
    </Suspense>
  );
}
