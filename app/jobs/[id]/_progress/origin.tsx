import { Link } from "#app/_components/ui/link.tsx";
import type { JobDetail } from "#lib/contract/job.ts";
import { languageNames } from "#lib/contract/values.ts";

/** « de l’allemand » */
const ofLanguage = (language: string) => {
  const name = Object.entries(languageNames).find(([code]) => code === language)?.[1] ?? language;
  return /^[aeiouéè]/.test(name) ? `de l’${name}` : `du ${name}`;
};

function sentenceOf({ translated_from: translated, from }: JobDetail) {
  if (translated) return { job: translated, is: `Traduit ${ofLanguage(translated.language)}, de` };
  return from && { job: from, is: from.as === "sequel" ? "Suite de" : "Nouvelle édition de" };
}

/** Says which finished book this one was made from. */
export function Origin({ job }: { job: JobDetail }) {
  const origin = sentenceOf(job);
  if (!origin) return null;
  return (
    <p className="mt-2 text-soft">
      {origin.is}{" "}
      <Link
        href={`/jobs/${origin.job.job_id}`}
        lang={origin.job.language}
        className="underline decoration-line underline-offset-4 hover:text-ink"
      >
        {origin.job.title}
      </Link>
    </p>
  );
}
