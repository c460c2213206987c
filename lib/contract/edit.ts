import { z } from "zod";

export const EditReason = z.enum(["announcement", "prompt", "citation", "repeat", "review"]);
export type EditReason = z.infer<typeof EditReason>;

export const EditView = z.object({
  chapter: z.number().int(),
  reason: EditReason,
  before: z.string(),
  after: z.string(),
});
export type EditView = z.infer<typeof EditView>;

export const EditList = z.object({ items: z.array(EditView) });
export type EditList = z.infer<typeof EditList>;
