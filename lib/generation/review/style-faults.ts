import type { Genre } from "../../contract/values.ts";
import { reviewProblems } from "../prompts/review-problems.ts";
import { findPlanTalk } from "../quality/style/plan-talk.ts";
import { paragraphsOf } from "../quality/style/prose.ts";
import { judgeStyle } from "../quality/style/style.ts";
import type { Fault } from "./faults.ts";
import type { ReviewedChapter } from "./read.ts";

/** What another wording mends; the other checks of style want something new to say, which no reviewer knows. */
const mendable = ["said_again", "plan_talk", "stock_phrases"] as const;

/** Finds the blocks that the sheet would blame a chapter for. */
export function findStyleFaults(chapters: ReviewedChapter[], language = "fr", genre?: Genre): Fault[] {
  const problems = reviewProblems(language);
  return chapters.flatMap((chapter) => {
    const { faults } = judgeStyle(chapter.document, language, genre);
    return mendable.flatMap((check) => {
      const findings = faults.find(({ name }) => name === check)?.findings ?? [];
      return [...Map.groupBy(findings, ({ block }) => block)].map(([block, found]): Fault => {
        const problem = problems.style(check, chapter, [...new Set(found.map(({ quote }) => quote))]);
        return { kind: "style", chapter: chapter.position, blocks: [block], other: chapter.position, problem };
      });
    });
  });
}

/** What a text says of the book's plan, a part in a line: no fact of the book is lost with it. */
export const planTalkIn = (document: ReviewedChapter["document"], language: string | undefined = "fr"): string =>
  findPlanTalk(paragraphsOf(document, language))
    .map(({ quote }) => quote)
    .join("\n\n");

/** Whether the sheet prefers the second of two texts of a chapter, and blames it for less of what is mended. */
export function hasBetterStyle(
  before: ReviewedChapter["document"],
  after: typeof before,
  { language = "fr", genre }: { language?: string | undefined; genre?: Genre | undefined },
): boolean {
  const [old, next] = [judgeStyle(before, language, genre), judgeStyle(after, language, genre)];
  const blamed = ({ faults }: typeof old) =>
    mendable.flatMap((check) => faults.find(({ name }) => name === check)?.findings ?? []).length;
  return next.score >= old.score && blamed(next) < blamed(old);
}
