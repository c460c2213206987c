import { z } from "zod";

/** What a reader is asked of each chapter, in the order in which answers are shown. */
export const reportQuestions = ["subject", "truth", "order", "clarity", "depth", "pleasure"] as const;

export const ReportQuestion = z.enum(reportQuestions);
export type ReportQuestion = z.infer<typeof ReportQuestion>;

/** A mark goes from 1 to 5; each quote is in the chapter, word for word. */
export const ReportAnswer = z.object({
  chapter: z.number().int(),
  question: ReportQuestion,
  mark: z.number().int().min(1).max(5),
  said: z.string(),
  quotes: z.array(z.string()).min(1),
});
export type ReportAnswer = z.infer<typeof ReportAnswer>;

/** What a model said of the finished text. */
export const ReaderReport = z.object({
  answers: z.array(ReportAnswer),
  /** Answers left out, because what they quote is not in the text. */
  unfounded: z.number().int(),
  /** Chapters of which nothing readable was said, and those of which only the beginning was shown. */
  unread: z.array(z.number().int()),
  partly_read: z.array(z.number().int()),
});
export type ReaderReport = z.infer<typeof ReaderReport>;
