import { z } from "zod";
import { PageQuery } from "./page.ts";
import { required } from "./text.ts";
import { referenceTypes } from "./values.ts";

export const ReferenceType = z.enum(referenceTypes);
export type ReferenceType = z.infer<typeof ReferenceType>;

/** A page of the Web, in place of a file. */
export const ReferenceRequest = z.strictObject({ url: required(1000) });

/** An author's own document; the address and the pages of the atelier call it a document. */
export const ReferenceView = z.object({
  id: z.string(),
  /** Of its file, or the title of its page. */
  name: z.string(),
  type: ReferenceType,
  /** Absent for a file. */
  url: z.string().optional(),
  words: z.number().int(),
  passages: z.number().int(),
  created_at: z.string(),
});
export type ReferenceView = z.infer<typeof ReferenceView>;

export const ReferenceList = z.object({ items: z.array(ReferenceView), next_cursor: z.string().nullable() });
export type ReferenceList = z.infer<typeof ReferenceList>;

export const ReferenceQuery = PageQuery;
