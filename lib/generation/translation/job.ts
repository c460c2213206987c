import { z } from "zod";
import { BookOptions } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { briefOf, outlineOf } from "../brief/job-brief.ts";
import type { TranslatedFrom } from "../brief/origin.ts";
import type { Ask } from "../models/ask.ts";
import type { Languages, Term } from "../prompts/translation.ts";
import { translateChapter } from "./chapter.ts";
import { type TranslatedPlan, translatePlan } from "./plan.ts";
import { recurringNames } from "./terms.ts";

type Tools = { ask: Ask; window: number | undefined; isSmall: boolean };

const languagesOf = (job: Job, { language }: TranslatedFrom): Languages => ({
  from: language,
  to: BookOptions.parse(job.options).language,
});

/** Translates the plan of a job's origin, and settles how its names are said. */
export async function translateJobPlan(job: Job, from: TranslatedFrom, tools: Tools): Promise<TranslatedPlan> {
  const chapters = await db().originChapter.findMany({ where: { jobId: job.id }, orderBy: { position: "asc" } });
  const names = await recurringNames(chapters.map(({ content }) => content));
  const terms = [...new Set([...from.terms, ...names])];
  return translatePlan(
    briefOf(job),
    { title: from.title, chapters, terms },
    { ...tools, languages: languagesOf(job, from) },
  );
}

const PlanResult = z.object({ terms: z.array(z.object({ term: z.string(), by: z.string() })) });

async function readTerms(jobId: string): Promise<Term[]> {
  const key = { jobId, name: "outline", position: 0 } as const;
  const stage = await db().jobStage.findUnique({ where: { jobId_name_position: key }, select: { result: true } });
  return PlanResult.parse(stage?.result).terms;
}

export async function translateJobChapter(
  job: Job,
  position: number,
  { from, ...tools }: Tools & { from: TranslatedFrom },
) {
  const key = { jobId: job.id, position };
  return translateChapter(briefOf(job), {
    ...tools,
    position,
    languages: languagesOf(job, from),
    outline: outlineOf(job),
    terms: await readTerms(job.id),
    original: await db().originChapter.findUniqueOrThrow({ where: { jobId_position: key } }),
  });
}
