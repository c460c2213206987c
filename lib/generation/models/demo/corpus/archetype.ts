import { typeset } from "../french/typography.ts";

/** A paragraph, with the list, table or quotation it introduces when it ends with a colon. */
export type Unit = string;

export type Section = { heading: string; units: [Unit, ...Unit[]] };

/** One angle on any subject: a whole chapter, written to be used once in a book. */
export type Archetype = {
  key: string;
  /** Where it belongs in a book, from 0 (first pages) to 1 (last pages); exactly 0 opens, exactly 1 closes. */
  arc: number;
  titles: [string, ...string[]];
  /** A title naming the subject, with a slot. */
  named: string;
  description: string;
  points: string[];
  lead: Unit;
  sections: Section[];
};

type Written = Omit<Archetype, "lead" | "sections"> & { text: string };

/**
 * Reads a chapter written as Markdown: a paragraph, then `##` sections that can stop after any paragraph or be
 * left out. Slots: {le}, {de}, {a}, the subject alone, after « de », after « à ».
 */
export function archetype(written: Written): Archetype {
  const [lead = "", ...sections] = typeset(written.text.trim()).split(/\n\n## /);
  return {
    key: written.key,
    arc: written.arc,
    titles: written.titles.map(typeset) as [string, ...string[]],
    named: typeset(written.named),
    description: typeset(written.description),
    points: written.points.map(typeset),
    lead,
    sections: sections.map((section) => {
      const [heading = "", first = "", ...others] = section.split("\n\n");
      const units: Section["units"] = [first];
      for (const block of others) {
        const last = units.length - 1;
        if (units[last]?.endsWith(":")) units[last] = `${units[last]}\n\n${block}`;
        else units.push(block);
      }
      return { heading: heading.trim(), units };
    }),
  };
}
