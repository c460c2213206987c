import { contours, scales, waves } from "./patterns-flow.ts";
import { orbits, rings, sphere } from "./patterns-round.ts";
import { rays, ridges } from "./patterns-straight.ts";
import type { Random } from "./seed.ts";

export const width = 160;
export const height = 240;

/** Draws within 160 × 240, leaving the top third to the title: the lines of a path, in order. */
export type Pattern = (random: Random) => string[];

export const patterns: readonly [Pattern, ...Pattern[]] = [
  waves,
  rings,
  rays,
  contours,
  sphere,
  ridges,
  scales,
  orbits,
];
