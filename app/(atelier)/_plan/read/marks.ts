import { splitBold } from "./bold.ts";
import { type Keyword, keywordOf } from "./keywords.ts";
import type { Line } from "./lines.ts";
import { type Numbering, numberingsOf } from "./numberings.ts";

/** A line with what it begins with: a heading's signs, a bullet, a word of division, what may be its number. */
export type Marked = Line & {
  heading?: number;
  /** Bullets of one look, which stand for one level. */
  bullet?: string;
  keyword?: Keyword;
  numberings: Numbering[];
  /** Without the signs or the bullet. */
  rest: string;
};

const heading = /^(#{1,6})\s+(?=\S)/;

/** Word writes its levels with these, and replaces a hyphen by a dash when it likes. */
const looks: [string, RegExp][] = [
  ["dash", /^[-–—](?:\s+|(?=\p{L}))/u],
  ["dot", /^[•●·∙\uf0b7]\s*/u],
  ["ring", /^[◦○]\s*|^o(?:\t| {2,}|\u00a0)\s*/u],
  ["square", /^[▪■□▫\uf0a7]\s*|^§\s+/u],
  ["star", /^\*\s+/],
  ["stars", /^\*{2,6}\s+/],
  ["plus", /^\+\s+/],
  ["arrow", /^[➢➤►▶→⇒➔‣⁃]\s*/u],
  ["check", /^[✓✔☐☑✅]\s*/u],
];
/** Word's « o » before a single space: a word of other languages, unless a title begins after it. */
const spacedRing = /^o (?=\p{Lu})/u;
const box = /^\[[ xX]\]\s+/;

function bulletOf({ text, indent }: Line): { bullet: string; length: number } | undefined {
  for (const [bullet, look] of looks) {
    const length = look.exec(text)?.[0].length;
    if (length !== undefined) return { bullet, length };
  }
  if (spacedRing.test(text) || (indent > 0 && text.startsWith("o "))) return { bullet: "ring", length: 2 };
  return undefined;
}

/** Bold that a line begins with is looked through: « **3. Le sel** », « **Chapitre 3 :** Le sel ». */
function plainOf(text: string): string {
  const bold = splitBold(text);
  return bold ? bold.head + bold.tail : text;
}

/** Takes so many characters off a line's beginning, its bold not counted. */
export function cut(text: string, length: number): string {
  const bold = splitBold(text);
  if (!bold || length === 0) return text.slice(length).trimStart();
  if (length >= bold.head.length) return (bold.head + bold.tail).slice(length).trimStart();
  return `**${bold.head.slice(length).trimStart()}**${bold.tail}`;
}

export function mark(line: Line): Marked {
  const signs = heading.exec(line.text)?.[0];
  const found = signs === undefined ? bulletOf(line) : undefined;
  const body = line.text.slice(signs?.length ?? found?.length ?? 0);
  const rest = found
    ? body.replace(box, "")
    : signs !== undefined && body.endsWith("#")
      ? body.replace(/ +#+$/, "")
      : body;
  const keyword = keywordOf(plainOf(rest));
  return {
    ...line,
    ...(signs !== undefined && { heading: signs.trim().length }),
    ...(found && { bullet: found.bullet }),
    ...(keyword && { keyword }),
    rest,
    numberings: keyword ? [] : numberingsOf(plainOf(rest)),
  };
}
