import type { JobDetail } from "#lib/contract/job.ts";
import { budgetLimits } from "#lib/contract/limits.ts";
import { bookLanguages, usualGenre } from "#lib/contract/values.ts";
import { toRows } from "../../_plan/rows.ts";
import { blank, type Fields, type From } from "../fields.ts";

const unlessUsual = (value: string | number, usual: string | number) => (value === usual ? "" : String(value));

/** How the chapters of the new book are asked for: an edition has the plan of the book, a sequel as many as it. */
function chaptersFrom({ outline, options: { chapters } }: JobDetail, as: From["as"]) {
  if (as === "edition") return { plan: toRows(outline?.chapters ?? []) };
  return chapters === undefined ? {} : { chapters: String(Array.isArray(chapters) ? chapters.length : chapters) };
}

/** The form as a finished book fills it in. */
export function fieldsFrom(job: JobDetail, as: From["as"]): Fields {
  const { language, genre, model = "", audience = "", tone = "", instructions = "", ...options } = job.options;
  return {
    ...blank,
    topic: job.topic,
    goal: job.goal,
    language: unlessUsual(language, bookLanguages[0]),
    genre: unlessUsual(genre, usualGenre),
    model,
    words_per_chapter: unlessUsual(options.words_per_chapter, budgetLimits.usual),
    audience,
    tone,
    instructions,
    continuity: options.continuity === "sequential" ? "oui" : "",
    ...chaptersFrom(job, as),
    from: { job_id: job.job_id, as, title: job.title },
  };
}
