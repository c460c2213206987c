import { z } from "zod";

export const WarningCode = z.enum([
  "length",
  "language",
  "repetition",
  "duplicate",
  "opening",
  "conclusion",
  "term",
  "structure",
  "rewriting",
  "style",
  "report",
  "genre",
  "continuity",
  "translation",
  "research",
  "voice",
  "documents",
]);
export type WarningCode = z.infer<typeof WarningCode>;

/** A check that a delivered book does not meet (contract §2); without a chapter, of the whole book. */
export const Warning = z.object({
  code: WarningCode,
  chapter: z.number().int().optional(),
  message: z.string(),
});
export type Warning = z.infer<typeof Warning>;
