import { z } from "zod";
import { Estimate } from "./estimate.ts";
import { ReaderReport } from "./report.ts";
import { ModelUsage } from "./usage.ts";
import { VoiceMeasure, VoiceSheet } from "./voice.ts";
import { Warning } from "./warning.ts";

const positions = z.array(z.number().int());

export const StructureCheck = z.enum([
  "one_title",
  "title_not_repeated",
  "no_level_jump",
  "no_empty_section",
  "no_announcement",
  "no_prompt",
  "distinct_openings",
  "no_conclusion_endings",
]);
export type StructureCheck = z.infer<typeof StructureCheck>;

/** What a reader notices at once, in the sentences of a chapter. */
export const StyleCheck = z.enum([
  "said_again",
  "nothing_new",
  "labels",
  "plan_talk",
  "items_alike",
  "empty_section",
  "one_mould",
  "stock_phrases",
  "variety",
]);
export type StyleCheck = z.infer<typeof StyleCheck>;

/** Computed from the text and the record of calls, without a model, its report apart. */
export const QualitySheet = z.object({
  /** `score`: 100 at the words asked, 0 at a third or at four times; `within` counts the chapters at ±10 %, or `tolerance`. */
  length: z.object({
    asked: z.number().int(),
    score: z.number(),
    lowest: z.number(),
    within: z.number().int(),
    /** The share by which a chapter may differ, where it is not that of an essay. */
    tolerance: z.number().optional(),
    chapters: z.array(
      z.object({
        position: z.number().int(),
        asked: z.number().int().optional(),
        words: z.number().int(),
        score: z.number(),
      }),
    ),
  }),
  /** The share, 0 to 1, of the runs of eight words that occur more than once in the book. */
  repetition: z.object({ share: z.number(), runs: z.number().int() }),
  /** Paragraphs that occur again: word for word (from 25 words) anywhere, or nearly (from 30) in another chapter. */
  duplicates: z.object({
    exact: z.number().int(),
    near: z.number().int(),
    closest: z.array(z.object({ chapter: z.number().int(), other: z.number().int(), similarity: z.number() })),
  }),
  structure: z.object({ checks: z.array(z.object({ name: StructureCheck, chapters: positions })) }),
  /** Sheets older than it have none. `score`: 0 to 100; `variety`: the share of different words among eighty in a row. */
  style: z
    .object({
      score: z.number().int(),
      variety: z.number().optional(),
      checks: z.array(
        z.object({
          name: StyleCheck,
          chapters: z.array(
            z.object({ position: z.number().int(), count: z.number().int(), quotes: z.array(z.string()) }),
          ),
        }),
      ),
    })
    .optional(),
  /** For the orders with a voice: `asked` is its sheet; `avoided` counts the words to be avoided that occur. */
  voice: z
    .object({
      asked: VoiceSheet,
      measured: VoiceMeasure,
      avoided: z.array(z.object({ word: z.string(), count: z.number().int() })),
    })
    .optional(),
  /** `share` counts words whose language can be told, 0 to 1; `passages` counts paragraphs in another language. */
  language: z.object({ asked: z.string(), share: z.number(), passages: z.number().int() }).optional(),
  /** `dangling` citations lead to no source. Sheets older than sources have none of the optional fields. */
  citations: z.object({
    links: z.number().int(),
    addresses: z.number().int(),
    citations: z.number().int().optional(),
    dangling: z.number().int().optional(),
    sources: z.object({ read: z.number().int(), cited: z.number().int() }).optional(),
  }),
  /** Milliseconds from the order to the last chapter, and the sum of the chapters’ own times. */
  time: z.object({ total_ms: z.number().int(), chapters_ms: z.number().int() }),
  usage: ModelUsage.optional(),
  /** A model's, for the orders that ask for one; it is computed by none of the other measures. */
  report: ReaderReport.optional(),
  /** What the checks could not get right after their repairs; sheets older than warnings have none. */
  warnings: z.array(Warning).default([]),
  estimate: Estimate.optional(),
});
export type QualitySheet = z.infer<typeof QualitySheet>;
