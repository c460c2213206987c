import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Mark, type MarkKind } from "#app/_components/ui/mark.tsx";
import type { JobDetail } from "#lib/contract/job.ts";
import { SourceList } from "../_sources/source-list.tsx";
import { Edits } from "./edits.tsx";
import { Lengths } from "./lengths.tsx";
import type { Measure } from "./measure.ts";
import { measuresOf } from "./measures.ts";
import { Report } from "./report.tsx";

const verdicts: Record<Measure["verdict"], { mark: MarkKind; word: string }> = {
  good: { mark: "done", word: "bien" },
  look: { mark: "waiting", word: "à regarder" },
  info: { mark: "off", word: "pour information" },
};

/** Shows the quality sheet of a finished book. */
export function Quality({ job }: { job: JobDetail }) {
  if (!job.quality) return null;
  return (
    <section aria-labelledby="qualite" className="mt-14 min-w-0">
      <h2 id="qualite" className="border-b border-line pb-2 text-lg">
        Fiche de qualité
      </h2>
      <dl className="divide-y divide-line">
        {measuresOf(job.quality).map(({ name, verdict, value, meaning }) => (
          <div
            key={name}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 py-4 sm:grid-cols-[7.5rem_minmax(0,1fr)_auto]"
          >
            <dt className="font-serif text-[1.0625rem] leading-snug font-medium">{name}</dt>
            <dd className="order-last col-span-2 text-sm text-pretty text-soft sm:order-none sm:col-span-1">
              <span className="mr-2 text-ink">{value}</span>
              {meaning}
            </dd>
            <dd className="flex items-center gap-2 self-start text-[0.8125rem] leading-6 text-soft">
              <Mark kind={verdicts[verdict].mark} />
              {verdicts[verdict].word}
            </dd>
          </div>
        ))}
      </dl>
      <Disclosure label="Les mots, chapitre par chapitre">
        <Lengths length={job.quality.length} />
      </Disclosure>
      {job.quality.report && (
        <Disclosure label="Le rapport de lecture">
          <Report report={job.quality.report} />
        </Disclosure>
      )}
      <Edits job={job} />
      {job.sources.length > 0 && (
        <Disclosure label="Les sources du livre">
          <SourceList jobId={job.job_id} sources={job.sources} />
        </Disclosure>
      )}
    </section>
  );
}
