import { z } from "zod";
import { JobStatus } from "./job.ts";

/** `text`: more of a chapter being written. At `start` 0, or with another `draft`, the chapter's text starts over. */
export const LiveText = z.object({
  position: z.number().int(),
  draft: z.number().int(),
  /** Its beginning in the draft’s text, in UTF-16 units. */
  start: z.number().int(),
  text: z.string(),
  /** The draft's paragraphs as a page shows them, sanitised: these take the place of all those from `first` on, counted from 0. */
  first: z.number().int(),
  paragraphs: z.array(z.string()),
});
export type LiveText = z.infer<typeof LiveText>;

/** `chapter`: a chapter is written, and its drafts no longer count. */
export const LiveChapter = z.object({ position: z.number().int(), word_count: z.number().int() });
export type LiveChapter = z.infer<typeof LiveChapter>;

/** `job`: something changed that the job page shows; also the first event of a stream. */
export const LiveJob = z.object({ status: JobStatus });
export type LiveJob = z.infer<typeof LiveJob>;

/** The id of the last event: a reader that comes back with it is answered `204`, and stops. */
export const lastLiveId = "end";
