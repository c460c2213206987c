import { z } from "zod";

/** Why a text was changed: by code, or by the model that reviews. */
export const EditReason = z.enum(["announcement", "prompt", "citation", "repeat", "review"]);
export type EditReason = z.infer<typeof EditReason>;

/** What was taken out of a chapter's text, or put in place of it (contract §2). */
export const EditView = z.object({
  chapter: z.number().int(),
  reason: EditReason,
  before: z.string(),
  after: z.string(),
});
export type EditView = z.infer<typeof EditView>;

/** `GET /api/jobs/{id}/edits`, in the order of the chapters and of the changes. */
export const EditList = z.object({ items: z.array(EditView) });
export type EditList = z.infer<typeof EditList>;
