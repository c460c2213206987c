import type { CallContext } from "../../brief/context.ts";
import type { Archetype } from "./corpus/archetype.ts";
import { closings, middles, openings } from "./corpus/shelf.ts";
import { pick, type Random, randomFrom } from "./random.ts";

export type Request = CallContext["request"];

export const seedOf = (request: Request) => `${request.topic}\n${request.goal}`;

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/**
 * The angles of a book of `count` chapters, in reading order: one that opens, one that closes, and between them an
 * arc from looking to handing on. No angle comes twice as long as the shelf holds enough (30 chapters).
 */
export function planOf(seed: string, count: number): Archetype[] {
  const random = randomFrom(`${seed}\nplan`);
  const opening = pick(openings, random);
  const closing = pick(closings, random);
  if (count <= 1) return [opening];
  const chosen: Archetype[] = [];
  while (chosen.length < count - 2) chosen.push(...shuffled(middles, random).slice(0, count - 2 - chosen.length));
  const arc = chosen.map((angle) => ({ angle, rank: angle.arc + (random() - 0.5) * 0.16 }));
  return [opening, ...arc.sort((a, b) => a.rank - b.rank).map(({ angle }) => angle), closing];
}
