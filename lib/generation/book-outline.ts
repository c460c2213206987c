import { z } from "zod";

/** What the architect answers: the whole book, planned. Its order is the order of reading. */
export const BookOutline = z.object({
  title: z.string(),
  chapters: z.array(z.object({ title: z.string(), description: z.string(), key_points: z.array(z.string()) })),
});
export type BookOutline = z.infer<typeof BookOutline>;
