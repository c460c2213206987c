"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import useSWR from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import type { RequestFailed } from "#app/_components/data/request.ts";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import type { BibleView } from "#lib/contract/bible.ts";
import type { JobDetail } from "#lib/contract/job.ts";

const BibleEditor = dynamic(() => import("./bible-editor.tsx").then((module) => module.BibleEditor));

function Loaded({ job: { job_id, updated_at } }: { job: JobDetail }) {
  const { data, error, mutate } = useSWR<BibleView, RequestFailed>(jobs.bible(job_id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a job that changed may have a chapter more in its bible
  useEffect(() => void mutate(), [updated_at, mutate]);
  if (error && !data) return <Failure error={error} retry={() => mutate()} />;
  if (!data) return <p className="py-2 text-sm text-faint">Chargement…</p>;
  return <BibleEditor id={job_id} bible={data} />;
}

/** What the chapters have set so far; loaded when it is opened. */
export function Bible({ job }: { job: JobDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="bible" className="mt-10 min-w-0">
      <h2 id="bible" className="border-b border-line pb-2 text-lg">
        Bible du livre
      </h2>
      <div className="pt-2">
        <Disclosure label="Résumé, personnages, lieux, faits et fils" open={open} onOpenChange={setOpen}>
          {open && <Loaded job={job} />}
        </Disclosure>
      </div>
    </section>
  );
}
