import { z } from "zod";
import { practiceBehaviours } from "./values.ts";

/** What the practice receiver can be told to do, by its URL. */
export const PracticeBehaviour = z.enum(practiceBehaviours);
export type PracticeBehaviour = z.infer<typeof PracticeBehaviour>;

/** `GET /api/practice`, in development only: where to send, and what will happen, in French. */
export const PracticeList = z.object({
  items: z.array(
    z.object({ behaviour: PracticeBehaviour, url: z.string(), title: z.string(), description: z.string() }),
  ),
  /** A shortened clock for an endpoint's `retry_schedule`, so that all its attempts can be watched. */
  retry_schedule: z.string(),
});
export type PracticeList = z.infer<typeof PracticeList>;
