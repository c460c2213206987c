import { z } from "zod";

export const PageQuery = z.object({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** Lists what was deleted and can be restored, in place of what is here. */
export const Deleted = z.stringbool({ error: "attend true ou false" }).optional();
