/** A line of the paste: `text` is trimmed, `gap` tells of an empty line before it, `head` that it is a table's head. */
export type Line = { indent: number; text: string; gap: boolean; head: boolean; paged?: boolean };

const tabWidth = 4;
/** Spaces of every width, and what the web puts in place of none. */
const isBlank = (char: string | undefined) => char !== undefined && /[\s\u200b\u2060\ufeff]/.test(char);
const widthOf = (char: string) => (char === "\t" ? tabWidth : /\s/.test(char) ? 1 : 0);

/** Trims by hand: a regular expression takes long over a long run of spaces. */
function trim(row: string): { indent: number; text: string } {
  let start = 0;
  let end = row.length;
  let indent = 0;
  for (; isBlank(row[start]); start += 1) indent += widthOf(row[start] ?? "");
  while (end > start && isBlank(row[end - 1])) end -= 1;
  return { indent, text: row.slice(start, end) };
}

/** A row of a table, its cells separated by tabs as a spreadsheet copies them. */
function toCells(text: string): string {
  if (!text.startsWith("|")) return text;
  const cells = text.split("|").map((cell) => cell.trim());
  return cells.filter((cell) => cell !== "").join("\t");
}

/** The rule between a table's head and its body. */
const isTableRule = (text: string) => /^[\s:|-]+$/.test(text) && text.includes("|") && text.includes("--");

/** Carries no word: a rule, or a fence that a chat puts around Markdown. */
const isDecoration = (text: string) => /^(?:[-*_=–—.·•#\s]+|`{3,} *(?:markdown|md|text|txt)?)$/i.test(text);

/** Makes the line above it a heading, as Markdown also writes them. */
const isUnderline = (text: string) => /^(?:={3,}|-{3,})$/.test(text);
const canBeUnderlined = (line: Line | undefined): line is Line => /^[\p{L}\p{N}«"“]/u.test(line?.text ?? "");

const isQuoted = (rows: string[]) => rows.every((row) => row.trim() === "" || row.trimStart().startsWith(">"));

/** The lines that carry words; their indents count from 0, one a level. */
export function toLines(paste: string): Line[] {
  const raw = paste.split(/\r\n|[\n\r\v\f\u2028\u2029]/);
  const rows = isQuoted(raw) ? raw.map((row) => row.trimStart().replace(/^> ?/, "")) : raw;
  const lines: Line[] = [];
  let gap = false;
  for (const row of rows) {
    const { indent, text } = trim(row);
    const last = lines.at(-1);
    if (last && isTableRule(text)) last.head = true;
    else if (!gap && isUnderline(text) && canBeUnderlined(last))
      last.text = `${text.startsWith("=") ? "#" : "##"} ${last.text}`;
    else if (text === "" || isDecoration(text)) gap = true;
    else {
      lines.push({ indent, text: toCells(text), gap, head: false });
      gap = false;
    }
  }
  return levelled(lines);
}

/** Numbers that are aligned on the right differ by a space, and are on one level. */
function levelled(lines: Line[]): Line[] {
  const widths = [...new Set(lines.map(({ indent }) => indent))].toSorted((one, other) => one - other);
  const levels = new Map<number, number>();
  let start = Number.NEGATIVE_INFINITY;
  let level = -1;
  for (const width of widths) {
    if (width - start > 1) {
      level += 1;
      start = width;
    }
    levels.set(width, level);
  }
  return lines.map((line) => ({ ...line, indent: levels.get(line.indent) ?? 0 }));
}
