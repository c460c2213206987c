import { byAddress, settleAddresses } from "./addresses.ts";
import { closeGaps, markOf, settleMarks } from "./marks.ts";
import type { Source } from "./source.ts";

/** The rules by which the citations of a text are settled, with the sources that it may cite. */
export type Settle = {
  /** Settles a stretch of plain text. */
  text: (text: string) => string;
  /** The mark of the source at an address; empty when it is none. */
  markAt: (address: string) => string;
};

/** The rules for a text that may cite these sources and no other. */
export function settleFor(sources: Pick<Source, "number" | "url">[]): Settle {
  const known = new Set(sources.map(({ number }) => number));
  const numberOf = byAddress(sources);
  const markAt = (address: string) => {
    const number = numberOf(address);
    return number === undefined ? "" : markOf(number);
  };
  return {
    markAt,
    text(text) {
      const addressed = settleAddresses(text, markAt);
      return settleMarks(addressed === text ? text : closeGaps(addressed), known);
    },
  };
}

/** The rules where nothing may be cited. */
export const citeNothing = settleFor([]);
