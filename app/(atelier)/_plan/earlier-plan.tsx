import { useState } from "react";
import useSWR from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { RequestFailed, request } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import type { JobDetail, JobList, JobView } from "#lib/contract/job.ts";
import type { GivenChapter } from "#lib/contract/outline.ts";

const day = new Intl.DateTimeFormat("fr", { day: "numeric", month: "long", year: "numeric" });
const nameOf = ({ title, total_chapters, created_at }: JobView) =>
  `${title} · ${count(total_chapters, "chapitre")} · ${day.format(new Date(created_at))}`;

/** What a plan is given for: how long a chapter was, and what it left to others, was that book's own. */
const givenOf = ({ outline }: JobDetail): GivenChapter[] =>
  (outline?.chapters ?? []).map(({ title, description, key_points }) => ({ title, description, key_points }));

/** Starts from the plan of an earlier book, written or not. */
export function EarlierPlan({ reuse }: { reuse: (from: string, chapters: GivenChapter[]) => void }) {
  const { data } = useSWR<JobList>(jobs.newest, { revalidateOnFocus: false });
  const planned = data?.items.filter(({ total_chapters }) => total_chapters > 0) ?? [];
  const [chosen, choose] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (planned.length === 0) return null;

  const take = async () => {
    setError(chosen ? undefined : "Choisissez d’abord un livre.");
    if (!chosen) return;
    setBusy(true);
    try {
      const job = await request<JobDetail>(jobs.one(chosen));
      reuse(job.title, givenOf(job));
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      setError(failure.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="flex flex-wrap items-start gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <Field name="earlier" label="Ou partez du plan d’un livre" error={error}>
          {(props) => (
            <select
              {...props}
              value={chosen}
              onChange={({ target }) => choose(target.value)}
              autoComplete="off"
              className={control()}
            >
              <option value="">Choisir…</option>
              {planned.map((job) => (
                <option key={job.job_id} value={job.job_id}>
                  {nameOf(job)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Button className="sm:mt-6.5" busy={busy} onClick={take}>
        Reprendre ce plan
      </Button>
    </div>
  );
}
