import { byAddress, settleAddresses } from "./addresses.ts";
import { closeGaps, markOf, settleMarks } from "./marks.ts";
import type { Source } from "./source.ts";

export type Settle = {
  text: (text: string) => string;
  /** Empty when the address is not that of a source. */
  markAt: (address: string) => string;
};

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

export const citeNothing = settleFor([]);
