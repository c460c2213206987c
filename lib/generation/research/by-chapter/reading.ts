import { z } from "zod";
import { PointOfView } from "../../../contract/research.ts";

/** A page as the notes are made from it: `text` is what of it speaks of the chapter. */
export const ReadPage = z.object({
  url: z.string(),
  title: z.string(),
  retrievedAt: z.coerce.date(),
  hash: z.string(),
  text: z.string(),
});
export type ReadPage = z.infer<typeof ReadPage>;

const Question = z.object({ from: PointOfView, text: z.string() });

/** What was asked and read of a chapter, kept before notes are asked for: a run that is interrupted searches nothing again. */
export const Reading = z.object({
  questions: z.array(Question),
  pages: z.array(ReadPage),
  /** No search was answered. */
  isSilent: z.boolean(),
});
export type Reading = z.infer<typeof Reading>;

/** The result of a chapter's research, by its stage. `sources` are those that its notes cite. */
export const StoredResearch = z.object({
  reading: Reading.optional(),
  questions: z.array(Question).default([]),
  notes: z.string().optional(),
  sources: z.array(z.number().int()).default([]),
  isSilent: z.boolean().default(false),
  /** What the chapter was when it was researched (`fingerprintOf`). */
  about: z.string().optional(),
});
export type StoredResearch = z.infer<typeof StoredResearch>;
