import type { Line } from "./lines.ts";

export type SourceHeading = { level: number; start: number; end: number; text: string };

const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
/** A line that begins no paragraph. */
const other = /^(?: {4}|\t| {0,3}(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|\||\[[^\]]{1,200}\]:))/;

/** The headings that stand in no list, quotation or code. */
export function headingsIn(lines: Line[]): SourceHeading[] {
  const headings: SourceHeading[] = [];
  let paragraph: Line[] = [];
  for (const line of lines) {
    const [, marks, text = ""] = (!line.code && line.text.length <= 10_000 && atx.exec(line.text)) || [];
    const [, under] = (!line.code && underline.exec(line.text)) || [];
    const [first] = paragraph;
    if (marks) headings.push({ level: marks.length, start: line.start, end: line.end, text });
    else if (under && first && !other.test(first.text)) {
      const words = paragraph.map((one) => one.text.trim()).join(" ");
      headings.push({ level: under.startsWith("=") ? 1 : 2, start: first.start, end: line.end, text: words });
    } else if (!line.code && line.text.trim() !== "") {
      paragraph.push(line);
      continue;
    }
    paragraph = [];
  }
  return headings;
}
