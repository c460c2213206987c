import { cut, type Marked } from "./marks.ts";
import type { Numbering } from "./numberings.ts";

/** A line whose number is known to be one; `body` is what is left without it. */
export type Entry = Marked & { number?: Numbering; body: string };

const familyOf = ({ heading, bullet }: Marked, { style, parent = "" }: Numbering) =>
  `${heading ?? bullet ?? ""} ${style} ${parent}`;

/** What a family that must begin at one leaves to titles: « 2 Frères », « V. Hugo ». */
const mustBeginAtOne = /^(?:1$|I|a)/;
const longChain = 3;
/** A deleted line leaves a hole. */
const widestHole = 3;

function isAmong({ value, style, sure }: Numbering, values: Set<number>): boolean {
  if (sure) {
    if (value <= 1) return true;
    for (let hole = 1; hole <= widestHole; hole += 1)
      if (values.has(value - hole) || values.has(value + hole)) return true;
    return false;
  }
  let first = value;
  let last = value;
  while (values.has(first - 1)) first -= 1;
  while (values.has(last + 1)) last += 1;
  if (first === last) return false;
  return first <= 1 || (!mustBeginAtOne.test(style) && last - first + 1 >= longChain);
}

/** Tells « 1.1 Contexte » under « 1. Introduction » from « 1.5 million ». */
const isUnderParent = ({ parent, value }: Numbering, wholes: Set<number>) =>
  parent !== undefined && value === 1 && wholes.has(Number(parent.split(".").at(-1)));

/** Tells numbers from titles that begin with one: a number has neighbours. */
export function readNumbers(lines: Marked[]): Entry[] {
  const families = new Map<string, Set<number>>();
  const wholes = new Set<number>();
  for (const line of lines) {
    if (line.keyword) wholes.add(line.keyword.value);
    for (const numbering of line.numberings) {
      const family = familyOf(line, numbering);
      families.set(family, (families.get(family) ?? new Set()).add(numbering.value));
      if (numbering.parent === undefined) wholes.add(numbering.value);
    }
  }
  return lines.map((line) => {
    const number = line.numberings.find(
      (found) => isAmong(found, families.get(familyOf(line, found)) ?? new Set()) || isUnderParent(found, wholes),
    );
    return number ? { ...line, number, body: cut(line.rest, number.length) } : { ...line, body: line.rest };
  });
}
