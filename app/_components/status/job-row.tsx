"use client";

import { Link } from "#app/_components/ui/link.tsx";
import type { JobView } from "#lib/contract/job.ts";
import { isAtWork } from "../data/jobs.ts";
import { count } from "../text/numbers.ts";
import { Ago, Elapsed } from "../time/moment.tsx";
import { Mark } from "../ui/mark.tsx";
import { describeJob } from "./describe-job.ts";
import { ProviderWait } from "./provider-wait.tsx";
import { Segments } from "./segments.tsx";

function nextAction(job: JobView): string | undefined {
  if (job.status === "awaiting_approval") return job.chapters_completed > 0 ? "Continuer" : "Relire le plan";
  if (job.status === "awaiting_budget") return "Relever le plafond";
  if (job.status === "failed") return "Voir et reprendre";
  if (job.status === "completed" && job.webhook.status === "failed") return "Voir et renvoyer";
  if (job.status === "completed" && job.webhook.status === "disabled") return "Voir l’envoi";
  return undefined;
}

/** A job in a list: its title, how far it is, and what to do next. */
export function JobRow({ job }: { job: JobView }) {
  const { mark, sentence } = describeJob(job);
  const action = nextAction(job);
  return (
    <li className="relative py-5">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="line-clamp-2 min-w-0 text-[1.125rem] leading-snug">
          <Link
            href={`/jobs/${job.job_id}`}
            className="decoration-accent underline-offset-4 after:absolute after:inset-0 hover:underline"
          >
            {job.title}
          </Link>
        </h3>
        <span className="shrink-0 text-[0.8125rem] text-faint">
          {isAtWork(job) ? <Elapsed since={job.created_at} /> : <Ago at={job.updated_at} />}
        </span>
      </div>
      <div className="my-2.5">
        <Segments job={job} />
      </div>
      <p className="flex gap-2 text-[0.8125rem] text-soft">
        <span className="flex h-[1.5em] items-center">
          <Mark kind={mark} />
        </span>
        <span className="min-w-0">
          {job.retry_at ? <ProviderWait until={job.retry_at} /> : sentence}
          {job.status === "completed" && job.warnings.length > 0 && ` · ${count(job.warnings.length, "réserve")}`}
          {action && <span className="font-medium whitespace-nowrap text-ink"> · {action}</span>}
        </span>
      </p>
    </li>
  );
}
