import { z } from "zod";
import { BookLanguage } from "./book.ts";
import { required, text } from "./text.ts";
import { manuscriptTypes } from "./values.ts";

export const ManuscriptType = z.enum(manuscriptTypes);
export type ManuscriptType = z.infer<typeof ManuscriptType>;

/** The fields beside `file`; each is told from the manuscript when it is absent. */
export const ManuscriptFields = z.strictObject({
  title: required(255).optional(),
  topic: required(1000).optional(),
  goal: text(10_000).optional(),
  language: BookLanguage.optional(),
});
export type ManuscriptFields = z.infer<typeof ManuscriptFields>;

/** The file of a job that no model wrote. */
export const ManuscriptView = z.object({
  name: z.string(),
  type: ManuscriptType,
  pictures: z.number().int(),
  /** Pictures that were too large to keep, or of no known kind. */
  pictures_left_out: z.number().int(),
});
export type ManuscriptView = z.infer<typeof ManuscriptView>;
