"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { isWriting } from "#app/_components/data/jobs.ts";
import { jobs } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import { dollars } from "#app/_components/text/numbers.ts";
import { costOf } from "#app/_components/text/usage.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { JobDetail, JobRetry, JobView } from "#lib/contract/job.ts";
import { Continue } from "../_bible/continue.tsx";
import { Retry } from "./retry.tsx";

const retryable: JobDetail["status"][] = ["failed", "cancelled", "awaiting_budget"];

/** What helps to choose a higher cap: what is spent, and what the whole was expected to cost. */
function spendingOf({ usage, estimate }: JobDetail): string | undefined {
  const likely = estimate?.cost?.likely;
  const parts = [usage && `dépensé ${costOf(usage)}`, likely !== undefined && `coût probable ${dollars(likely)}`];
  const text = parts.filter(Boolean).join(" · ");
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : undefined;
}

export function JobActions({ job }: { job: JobDetail }) {
  const { mutate } = useSWRConfig();
  const [busy, setBusy] = useState(false);
  const act = async (url: string, body?: JobRetry) => {
    setBusy(true);
    try {
      await post<JobView>(url, body);
      await Promise.all([mutate(jobs.one(job.job_id)), mutate(jobs.latest)]);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "L’action n’a pas abouti.");
    } finally {
      setBusy(false);
    }
  };
  const cancel = isWriting(job) && (
    <Confirm
      trigger={(ask) => (
        <Button busy={busy} onClick={ask}>
          Annuler
        </Button>
      )}
      title="Arrêter la rédaction ?"
      description="Les chapitres déjà écrits restent sur cette page. Le livre ne sera pas livré tant que la rédaction n’est pas reprise."
      keep="Continuer la rédaction"
      confirm="Arrêter"
      onConfirm={() => act(jobs.cancel(job.job_id))}
    />
  );
  const retry = retryable.includes(job.status) && (
    <Retry
      cap={job.options.max_cost}
      hint={spendingOf(job)}
      demo={job.demo}
      busy={busy}
      retry={(body) => act(jobs.retry(job.job_id), body)}
    />
  );
  const isPaused = job.status === "awaiting_approval" && job.chapters.length > 0;
  return (
    <>
      {isPaused && <Continue job={job} busy={busy} approve={() => act(jobs.approve(job.job_id))} />}
      {retry}
      {cancel}
    </>
  );
}
