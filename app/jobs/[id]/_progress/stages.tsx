"use client";

import { isWriting } from "#app/_components/data/jobs.ts";
import { count } from "#app/_components/text/numbers.ts";
import { usageLine } from "#app/_components/text/usage.ts";
import { Elapsed } from "#app/_components/time/moment.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Mark, type MarkKind } from "#app/_components/ui/mark.tsx";
import type { JobDetail, StageView } from "#lib/contract/job.ts";
import { SourceList } from "../_sources/source-list.tsx";

const names: Record<StageView["name"], string> = {
  research: "Recherche",
  outline: "Plan",
  chapters: "Chapitres",
  continuity: "Continuité",
  review: "Relecture",
  report: "Rapport de lecture",
  finalize: "Assemblage",
};
const words: Record<StageView["state"], string> = {
  done: "terminé",
  running: "en cours",
  waiting: "à venir",
  failed: "en échec",
};

/** A book finished before a stage existed never went through it. */
const stagesOf = ({ stages, status }: JobDetail) =>
  status === "completed" ? stages.filter(({ state }) => state !== "waiting") : stages;

/** Pages are read by research; passages are looked up for each chapter. */
function StageSources({ stage, job }: { stage: StageView["name"]; job: JobDetail }) {
  const isOfChapters = stage === "chapters";
  if (stage !== "research" && !isOfChapters) return null;
  const sources = job.sources.filter(({ is_passage }) => is_passage === isOfChapters);
  if (sources.length === 0) return null;
  const label = isOfChapters
    ? count(sources.length, "passage de vos documents", "passages de vos documents")
    : count(sources.length, "page lue", "pages lues");
  return (
    <div className="pl-5">
      <Disclosure label={label}>
        <SourceList jobId={job.job_id} sources={sources} />
      </Disclosure>
    </div>
  );
}

export function Stages({ job }: { job: JobDetail }) {
  return (
    <section aria-labelledby="etapes">
      <h2 id="etapes" className="border-b border-line pb-2 text-lg">
        Étapes
      </h2>
      <ol className="divide-y divide-line text-sm">
        {stagesOf(job).map((stage) => {
          const stopped = stage.state === "running" && !isWriting(job);
          const mark: MarkKind = stopped ? "off" : stage.state === "waiting" ? "off" : stage.state;
          return (
            <li key={stage.name} className="py-2.5">
              <div className="flex items-center gap-2.5">
                <Mark kind={mark} />
                <span className={stage.state === "waiting" ? "text-faint" : "font-medium"}>{names[stage.name]}</span>
                <span className="ml-auto text-[0.8125rem] text-faint">
                  {stage.started_at && (stage.finished_at || (stage.state === "running" && !stopped)) ? (
                    <>
                      <span className="sr-only">{words[stage.state]}, </span>
                      <Elapsed since={stage.started_at} until={stage.finished_at} />
                    </>
                  ) : stopped ? (
                    "interrompu"
                  ) : (
                    words[stage.state]
                  )}
                </span>
              </div>
              {stage.model && stage.model !== job.model && (
                <p className="mt-1 pl-5 text-[0.8125rem] break-all text-faint">{stage.model}</p>
              )}
              {stage.usage && !job.demo && (
                <p className="mt-1 pl-5 text-[0.8125rem] text-faint tabular-nums">{usageLine(stage.usage)}</p>
              )}
              {stage.error && stage.error !== job.error && (
                <p className="mt-1.5 pl-5 text-[0.8125rem] text-fail">{stage.error}</p>
              )}
              <StageSources stage={stage.name} job={job} />
            </li>
          );
        })}
      </ol>
      {job.usage && !job.demo && (
        <p className="border-t border-line pt-2.5 text-[0.8125rem] text-soft tabular-nums">
          En tout{"\u202f"}: {usageLine(job.usage)}
        </p>
      )}
    </section>
  );
}
