/** A text without what typesetting and the order of headings change; `at` finds its characters in the source. */
export type Reduced = { text: string; at: number[] };

const alike = new Map(
  [
    ['"', "«»“”„‟"],
    ["'", "’‘‛ʼ"],
    ["-", "–—‐‑−"],
  ].flatMap(([plain = "", others = ""]) => [...others].map((other) => [other, plain])),
);
alike.set("…", "...");

const isSpace = (char: string) => /\s/.test(char);

/** A heading keeps one mark, whatever its level. */
const levelOf = (line: string) => /^#{1,6}(?=[ \t])/.exec(line)?.[0].length ?? 0;

export function reduce(source: string): Reduced {
  const text: string[] = [];
  const at: number[] = [];
  let start = 0;
  for (const line of source.split("\n")) {
    for (let index = Math.max(0, levelOf(line) - 1); index < line.length; index++) {
      const char = line.charAt(index);
      if (isSpace(char)) continue;
      for (const one of alike.get(char) ?? char) {
        text.push(one);
        at.push(start + index);
      }
    }
    start += line.length + 1;
  }
  return { text: text.join(""), at };
}
