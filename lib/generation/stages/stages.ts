import { chapter } from "./chapter.ts";
import { continuity } from "./continuity.ts";
import { finalize } from "./finalize.ts";
import { outline } from "./outline.ts";
import { report } from "./report.ts";
import { research } from "./research.ts";
import { review } from "./review.ts";

/** What happens to a book, in this order; each stage says which one follows it. */
export const stages = { research, outline, chapter, continuity, review, report, finalize };
