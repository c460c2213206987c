import type { Archetype } from "./archetype.ts";
import { beginnings } from "./beginnings.ts";
import { closings } from "./closings.ts";
import { crossings } from "./crossings.ts";
import { decisions } from "./decisions.ts";
import { openings } from "./openings.ts";
import { orientation } from "./orientation.ts";
import { people } from "./people.ts";
import { perspective } from "./perspective.ts";
import { practice } from "./practice.ts";
import { time } from "./time.ts";
import { trials } from "./trials.ts";

/** The chapters between the first and the last, in no particular order: enough for a book of 30. */
export const middles: Archetype[] = [
  ...beginnings,
  ...orientation,
  ...practice,
  ...perspective,
  ...trials,
  ...people,
  ...time,
  ...decisions,
  ...crossings,
];

export { closings, openings };
