import { z } from "zod";

/** Why a text was changed: by code, or by a model that was asked to. */
export const EditReason = z.enum([
  "cut",
  "announcement",
  "prompt",
  "heading",
  "citation",
  "repeat",
  "length",
  "language",
  "review",
]);
export type EditReason = z.infer<typeof EditReason>;

export const EditView = z.object({
  id: z.string(),
  chapter: z.number().int(),
  reason: EditReason,
  before: z.string(),
  after: z.string(),
  /** A person has put `before` back. */
  restored: z.boolean(),
  /** Whether it can be put back now: its passage may have changed since, or the book is not finished. */
  restorable: z.boolean(),
});
export type EditView = z.infer<typeof EditView>;

export const EditList = z.object({ items: z.array(EditView) });
export type EditList = z.infer<typeof EditList>;

/** `POST` and `DELETE /api/jobs/{id}/edits/{edit_id}/restore`. */
export const EditChange = EditView.extend({
  /** The destinations that the new version leaves for; absent when nothing changed. */
  sent_to: z.number().int().optional(),
});
export type EditChange = z.infer<typeof EditChange>;
