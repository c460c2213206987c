import { Mark } from "#app/_components/ui/mark.tsx";
import type { JobDetail } from "#lib/contract/job.ts";

/** Lists what the checks of a delivered book could not get right. */
export function Warnings({ job: { warnings } }: { job: JobDetail }) {
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="reserves" className="mt-14 min-w-0">
      <h2 id="reserves" className="border-b border-line pb-2 text-lg">
        Réserves
      </h2>
      <p className="pt-3 text-sm text-pretty text-soft">
        Le livre est livré. Ces contrôles n’ont pas pu être satisfaits&#x202f;: à vous de juger.
      </p>
      <ul className="divide-y divide-line">
        {warnings.map(({ code, chapter, message }) => (
          <li key={`${code} ${chapter} ${message}`} className="flex gap-3 py-3 text-sm">
            <span className="mt-1">
              <Mark kind="waiting" />
            </span>
            <span className="min-w-0 text-pretty">
              {chapter !== undefined && <span className="mr-1.5 text-soft">Chapitre {chapter}.</span>}
              {message}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
