/** Parsing takes time with the square of open marks, and stack with nesting; within these bounds less than a second. */
export const bounds = {
  maxCharacters: 1_000_000,
  maxLines: 10_000,
  maxDepth: 12,
  /** Per block: brackets and emphases, and those without a partner. */
  maxMarks: 3000,
  maxUnpaired: 200,
  /** Lines of `=` or `-` that may underline a heading. */
  maxUnderlines: 500,
};
export type Bound = keyof typeof bounds;

const container = /[ \t]*(?:(>)|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
const fence = /[ \t]*(`{3,}|~{3,})/y;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const mark = /\\.|[[\]]|\*+|_+|~+/g;
const letter = /[\p{L}\p{N}]/u;

class Nesting {
  readonly #items: number[] = [];

  /** @returns the line's depth and where its text begins */
  enter(line: string): { depth: number; at: number } {
    let quotes = 0;
    let at = 0;
    const indent = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    if (indent < line.length) while ((this.#items.at(-1) ?? 0) > indent) this.#items.pop();
    for (;;) {
      container.lastIndex = at;
      const found = container.exec(line);
      if (!found) return { depth: quotes + this.#items.length, at };
      at = container.lastIndex;
      if (found[1]) quotes += 1;
      else this.#items.push(at);
    }
  }
}

class Marks {
  #open: Record<string, number> = {};
  #unpaired = 0;
  #count = 0;

  reset(): void {
    this.#open = {};
    this.#unpaired = 0;
    this.#count = 0;
  }

  #countMark(kind: string, { opens, closes }: { opens: boolean; closes: boolean }): void {
    const open = this.#open[kind] ?? 0;
    this.#count += 1;
    if (closes && open > 0) {
      this.#open[kind] = open - 1;
      this.#unpaired -= 1;
    } else if (opens || closes) {
      if (opens) this.#open[kind] = open + 1;
      this.#unpaired += 1;
    }
  }

  /** @returns the bound that the block now exceeds */
  read(line: string): Bound | undefined {
    for (const { 0: found, index } of line.matchAll(mark)) {
      if (found.startsWith("\\")) continue;
      const before = line[index - 1] ?? " ";
      const after = line[index + found.length] ?? " ";
      if (found === "[" || found === "]") this.#countMark("[", { opens: found === "[", closes: found === "]" });
      else if (!found.startsWith("_") || !letter.test(before) || !letter.test(after))
        this.#countMark(found.charAt(0), { opens: after.trim() !== "", closes: before.trim() !== "" });
    }
    if (this.#count > bounds.maxMarks) return "maxMarks";
    return this.#unpaired > bounds.maxUnpaired ? "maxUnpaired" : undefined;
  }
}

class Fence {
  #open = "";

  read(line: string, at: number): boolean {
    fence.lastIndex = this.#open === "" ? at : 0;
    const ticks = fence.exec(line)?.[1] ?? "";
    const inside = this.#open !== "" || ticks !== "";
    if (this.#open === "") this.#open = ticks;
    else if (ticks.startsWith(this.#open)) this.#open = "";
    return inside;
  }

  get isOpen(): boolean {
    return this.#open !== "";
  }
}

export function findExcess(source: string): Bound | undefined {
  if (source.length > bounds.maxCharacters) return "maxCharacters";
  const nesting = new Nesting();
  const marks = new Marks();
  const code = new Fence();
  let lines = 0;
  let underlines = 0;
  for (const line of source.split(/\r\n?|\n/)) {
    if (line.trim() === "") {
      marks.reset();
      continue;
    }
    lines += 1;
    if (lines > bounds.maxLines) return "maxLines";
    const { depth, at } = code.isOpen ? { depth: 0, at: 0 } : nesting.enter(line);
    if (depth > bounds.maxDepth) return "maxDepth";
    if (code.read(line, at)) {
      marks.reset();
      continue;
    }
    if (underline.test(line)) underlines += 1;
    if (underlines > bounds.maxUnderlines) return "maxUnderlines";
    const excess = marks.read(line.slice(at));
    if (excess) return excess;
  }
  return undefined;
}
