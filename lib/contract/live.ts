import { z } from "zod";
import { JobStatus } from "./job.ts";

/** At `start` 0, or with another `draft`, the chapter's text starts over. */
export const LiveText = z.object({
  position: z.number().int(),
  draft: z.number().int(),
  /** Counts UTF-16 units from the beginning of the draft. */
  start: z.number().int(),
  text: z.string(),
  /** Sanitised HTML that takes the place of all paragraphs from `first` on, counted from 0. */
  first: z.number().int(),
  paragraphs: z.array(z.string()),
});
export type LiveText = z.infer<typeof LiveText>;

export const LiveChapter = z.object({ position: z.number().int(), word_count: z.number().int() });
export type LiveChapter = z.infer<typeof LiveChapter>;

export const LiveJob = z.object({ status: JobStatus });
export type LiveJob = z.infer<typeof LiveJob>;

/** A reader that comes back with this id is answered `204`, and stops. */
export const lastLiveId = "end";
