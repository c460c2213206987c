import { BookOptions } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { citedIn } from "../citations/marks.ts";
import type { Documentation } from "../citations/source.ts";
import { BookOutline, budgetOf } from "./book-outline.ts";
import type { CallContext } from "./context.ts";

/** What of a job is there before it is created. */
type Ordered = Pick<Job, "title" | "topic" | "goal" | "model"> & { options: unknown };

/** The words asked of each chapter: no more than the model writes. */
const wordsAsked = ({ model }: Ordered, asked: number) =>
  Math.min(asked, capabilitiesOf(model).maxChapterWords ?? asked);

/** A job's row as the request every role works from. */
export function requestOf(job: Ordered): CallContext["request"] {
  const options = BookOptions.parse(job.options);
  return {
    ...(job.title !== null && { title: job.title }),
    topic: job.topic,
    goal: job.goal,
    ...(options.audience !== undefined && { audience: options.audience }),
    ...(options.tone !== undefined && { tone: options.tone }),
    ...(options.instructions !== undefined && { instructions: options.instructions }),
    ...(options.chapters !== undefined && { chapters: options.chapters }),
    language: options.language,
    words: wordsAsked(job, options.words_per_chapter),
  };
}

/** The outline a job was given. @throws when it has none yet */
export const outlineOf = (job: Job): BookOutline => BookOutline.parse(job.outline);

/** The request that one chapter is written from: its words are that chapter's budget. */
export function chapterRequestOf(job: Job, position: number): CallContext["request"] {
  const request = requestOf(job);
  return { ...request, words: wordsAsked(job, budgetOf(outlineOf(job), position, request.words)) };
}

/** The researcher's notes, if there are any, and the sources they cite: what a writer knows nothing of it cannot cite. */
export async function documentationOf(jobId: string): Promise<Documentation> {
  const stage = await db().jobStage.findUnique({
    where: { jobId_name_position: { jobId, name: "research", position: 0 } },
  });
  const notes = (stage?.result as { notes?: string } | null)?.notes;
  const number = { in: citedIn(notes ?? "") };
  return { notes, sources: await db().jobSource.findMany({ where: { jobId, number }, orderBy: { number: "asc" } }) };
}
