import { z } from "zod";
import { practiceBehaviours } from "./values.ts";

export const PracticeBehaviour = z.enum(practiceBehaviours);
export type PracticeBehaviour = z.infer<typeof PracticeBehaviour>;

export const PracticeList = z.object({
  items: z.array(
    z.object({ behaviour: PracticeBehaviour, url: z.string(), title: z.string(), description: z.string() }),
  ),
  /** Shortens an endpoint's `retry_schedule`, so that all attempts can be watched. */
  retry_schedule: z.string(),
});
export type PracticeList = z.infer<typeof PracticeList>;
