import type { Document } from "../../document/document.ts";
import { yieldToEventLoop } from "../../yield.ts";
import type { EditRecord } from "../text/edits.ts";
import { Restarts } from "./restart.ts";
import { keyOf, type Said, saidBy } from "./said.ts";
import { SentenceLoop } from "./sentence-loop.ts";

const blocksPerYield = 20;

type Fresh = { said: Said; text: string; index: number };

async function readBlocks({ source, blocks }: Document, loop: SentenceLoop): Promise<Fresh[]> {
  const fresh: Fresh[] = [];
  for (const [index, block] of blocks.entries()) {
    const text = source.slice(block.start, block.end);
    const said = saidBy(block, text);
    const isProse = block.node.type === "paragraph" && said.kind !== "piece";
    if (!isProse && said.kind !== "heading") loop.reset();
    const left = isProse ? loop.takeNew(text) : text;
    // A block that lost sentences is a new one to compare with.
    fresh.push({ said: left === text ? said : { ...said, key: keyOf(left) }, text: left, index });
    if (index % blocksPerYield === blocksPerYield - 1) await yieldToEventLoop();
  }
  return fresh;
}

const isSubstance = ({ said: { kind } }: Fresh) => kind !== "heading" && kind !== "short";

/** An answer that begins by what is already written, or has nothing else: all of that. */
function countOfOpening(next: Fresh[], restarts: Restarts): number {
  if (restarts.isEmpty) return 0;
  const firstNew = next.findIndex(({ said }) => !restarts.has(said));
  if (firstNew < 0 || !next.some((one) => isSubstance(one) && !restarts.has(one.said)))
    return next.some(isSubstance) ? next.length : 0;
  return next.slice(0, firstNew).findLastIndex(({ said }) => said.kind === "prose") + 1;
}

/** `record` keeps what is left out, and `lead` is what `next` comes after, usually all that is written. */
type Options = { record?: EditRecord; lead?: string; isSmall?: boolean | undefined };

/**
 * Leaves out what a stuck model says again: the same blocks at once again, an answer that begins with what is written, a
 * chapter begun again. What comes again with something new between stays: a refrain, an instruction, a formula.
 */
export async function withoutRepeats(
  written: Document,
  next: Document,
  { record, lead = written.source, isSmall = false }: Options = {},
): Promise<string> {
  const loop = new SentenceLoop(isSmall);
  const restarts = new Restarts();
  for (const { said } of await readBlocks(written, loop)) restarts.add(said);
  const fresh = (await readBlocks(next, loop)).filter(({ text }) => text !== "");
  const all = fresh.map(({ said }) => said);
  const cut = new Set(Array.from({ length: countOfOpening(fresh, restarts) }, (_, at) => at));
  for (const [at, said] of all.entries()) {
    if (!cut.has(at)) for (const index of restarts.find(all, at)) cut.add(index);
    if (!cut.has(at)) restarts.add(said);
    if (at % blocksPerYield === blocksPerYield - 1) await yieldToEventLoop();
  }
  const kept = new Map(fresh.filter((_, at) => !cut.has(at)).map(({ index, text }) => [index, text]));
  const { source, blocks } = next;
  const parts = blocks.map(({ start }, index) => {
    const text = kept.get(index);
    return text === undefined ? "" : source.slice(blocks[index - 1]?.end ?? 0, start) + text;
  });
  const left = (parts.join("") + source.slice(blocks.at(-1)?.end ?? 0)).trim();
  return record?.record("repeat", source, left, lead) ?? left;
}
