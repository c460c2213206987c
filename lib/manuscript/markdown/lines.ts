/** A line of a text: where it begins and ends, and whether it is in a block of code. */
export type Line = { start: number; end: number; text: string; code: boolean };

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Reads a text line by line, in time that grows with it alone: a whole manuscript is more than a parser takes. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let open = "";
  for (let start = 0; start <= source.length; ) {
    const next = source.indexOf("\n", start);
    const end = next < 0 ? source.length : next;
    const text = source.slice(start, end);
    const ticks = fence.exec(text)?.[1] ?? "";
    lines.push({ start, end, text, code: open !== "" || ticks !== "" });
    if (open === "") open = ticks;
    else if (ticks.startsWith(open) && text.trim() === ticks) open = "";
    start = end + 1;
  }
  return lines;
}
