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

/** Chapters of a manuscript were ordered in no length: the new ones are as long as they. */
function wordsFrom({ manuscript, chapters, options: { words_per_chapter: asked } }: JobDetail): number {
  if (!manuscript || chapters.length === 0) return asked;
  const mean = chapters.reduce((sum, { word_count = 0 }) => sum + word_count, 0) / chapters.length;
  return Math.round(Math.min(budgetLimits.max, Math.max(budgetLimits.min, mean)));
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
    words_per_chapter: unlessUsual(wordsFrom(job), budgetLimits.usual),
    audience,
    tone,
    instructions,
    continuity: options.continuity === "sequential" ? "oui" : "",
    ...chaptersFrom(job, as),
    from: { job_id: job.job_id, as, title: job.title },
  };
}
