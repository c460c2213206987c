import { z } from "zod";
import { Estimate } from "./estimate.ts";
import { ModelUsage } from "./usage.ts";

const positions = z.array(z.number().int());

/** What a book's structure is checked for; each check names the chapters that fail it. */
export const StructureCheck = z.enum([
  "one_title",
  "title_not_repeated",
  "no_level_jump",
  "no_empty_section",
  "no_announcement",
  "distinct_openings",
  "no_conclusion_endings",
]);
export type StructureCheck = z.infer<typeof StructureCheck>;

/** The measures of a finished book, computed from its text and from the record of its calls, without any model. */
export const QualitySheet = z.object({
  /** `score`: 100 at the words asked, 0 at a third or at four times; `within` counts the chapters at ±10 %. */
  length: z.object({
    asked: z.number().int(),
    score: z.number(),
    lowest: z.number(),
    within: z.number().int(),
    /** `asked` is the chapter's own budget, where it had one. */
    chapters: z.array(
      z.object({
        position: z.number().int(),
        asked: z.number().int().optional(),
        words: z.number().int(),
        score: z.number(),
      }),
    ),
  }),
  /** Share, 0 to 1, of the runs of eight words that occur more than once in the book. */
  repetition: z.object({ share: z.number(), runs: z.number().int() }),
  /** Paragraphs said again: word for word (from 25 words) anywhere, or nearly (from 30) in another chapter. */
  duplicates: z.object({
    exact: z.number().int(),
    near: z.number().int(),
    /** The closest, at most ten. */
    closest: z.array(z.object({ chapter: z.number().int(), other: z.number().int(), similarity: z.number() })),
  }),
  structure: z.object({ checks: z.array(z.object({ name: StructureCheck, chapters: positions })) }),
  /** The share, 0 to 1, of the words whose language can be told that are in the book's; `passages` counts the paragraphs that are not. */
  language: z.object({ asked: z.string(), share: z.number(), passages: z.number().int() }).optional(),
  /**
   * Addresses the text links to. `citations` counts what is cited in it, `dangling` what leads to no source of the book;
   * `sources` are the pages read for it. A sheet of before there were sources has none of these.
   */
  citations: z.object({
    links: z.number().int(),
    addresses: z.number().int(),
    citations: z.number().int().optional(),
    dangling: z.number().int().optional(),
    sources: z.object({ read: z.number().int(), cited: z.number().int() }).optional(),
  }),
  /** Milliseconds: from the order to the last chapter, and of the chapters' writing one by one, added up. */
  time: z.object({ total_ms: z.number().int(), chapters_ms: z.number().int() }),
  /** What all calls to models used. */
  usage: ModelUsage.optional(),
  /** What was expected of them when the book was ordered. */
  estimate: Estimate.optional(),
});
export type QualitySheet = z.infer<typeof QualitySheet>;
