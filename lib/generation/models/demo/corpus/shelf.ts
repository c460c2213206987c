import type { Archetype } from "./archetype.ts";
import { beginnings } from "./beginnings.ts";
import { closings } from "./closings.ts";
import { openings } from "./openings.ts";
import { orientation } from "./orientation.ts";

/** The chapters between the first and the last, in no particular order. */
export const middles: Archetype[] = [...beginnings, ...orientation];

export { closings, openings };
