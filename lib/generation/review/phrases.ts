import { paragraphsOf } from "../../document/words.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { reviewProblems } from "../prompts/review-problems.ts";
import { aim, countRepeated, runsOf } from "../quality/repetition.ts";
import type { Fault } from "./faults.ts";
import type { Reviewed } from "./read.ts";

/** How long a run is, in words. */
const run = 8;
/** Of the phrases of a passage, as many are shown, each of so many words at most. */
const [shown, longest] = [5, 40];

type Spoken = { words: string[]; blocks: number[] };
/** A block that says again what was said, where its runs of that begin, and who said it first. */
type Echo = { chapter: Reviewed; block: number; starts: number[]; other: number };

/** A chapter's words as the quality sheet reads them, each with the block it is in. */
function spokenIn({ document }: Reviewed): Spoken {
  const words = document.blocks.map(({ node }) => paragraphsOf(node).flat());
  return { words: words.flat(), blocks: words.flatMap((own, block) => own.map(() => block)) };
}

/** The stretches of words that begin at these places, those that overlap as one. */
function stretches({ words }: Spoken, starts: number[]): string[] {
  const found: { from: number; to: number }[] = [];
  for (const from of starts) {
    const open = found.at(-1);
    if (open && from <= open.to) open.to = from + run;
    else found.push({ from, to: from + run });
  }
  return found.slice(0, shown).map(({ from, to }) => words.slice(from, Math.min(to, from + longest)).join(" "));
}

function echoesOf(chapters: Reviewed[], spoken: Spoken[], runs: number[][]): Echo[] {
  const first: number[] = [];
  return chapters.flatMap((chapter, index) => {
    const echoes = new Map<number, Echo>();
    for (const [start, said] of (runs[index] ?? []).entries()) {
      const block = spoken[index]?.blocks[start] ?? 0;
      const other = first[said];
      first[said] ??= chapter.position;
      if (other === undefined || chapter.document.blocks[block]?.node.type === "heading") continue;
      const echo = echoes.get(block) ?? { chapter, block, starts: [], other };
      echo.starts.push(start);
      echoes.set(block, echo);
    }
    return [...echoes.values()];
  });
}

/**
 * The blocks that say most of what a book says more than once, word for word, as many as bring it to its aim; none, when
 * no more of it than `bound` is repeated. Gives others their turn as it goes.
 */
export async function phrases(chapters: Reviewed[], bound: number): Promise<Fault[]> {
  const spoken: Spoken[] = [];
  for (const chapter of chapters) {
    spoken.push(spokenIn(chapter));
    await yieldToEventLoop();
  }
  const runs = await runsOf(spoken.map(({ words }) => words));
  const { total, repeated } = countRepeated(runs);
  if (repeated <= total * bound) return [];
  let left = repeated - total * aim;
  const worst: Fault[] = [];
  for (const { chapter, block, starts, other } of echoesOf(chapters, spoken, runs).toSorted(
    (a, b) => b.starts.length - a.starts.length,
  )) {
    if (left <= 0) break;
    left -= starts.length;
    const said = spoken[chapters.indexOf(chapter)];
    const problem = reviewProblems.phrases(chapter, said ? stretches(said, starts) : []);
    worst.push({ kind: "phrases", chapter: chapter.position, blocks: [block], other, problem });
  }
  return worst;
}
