import { toOneLine } from "../../contract/text.ts";

export type FrontMatter = { title?: string; language?: string; body: string };

const maxLines = 100;

const fieldIn = (lines: string[], names: string): string => {
  const line = lines.find((one) => new RegExp(`^(?:${names}):`, "i").test(one)) ?? "";
  const value = toOneLine(line.slice(line.indexOf(":") + 1));
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
};

/** Takes off what pandoc and others write between two `---` at the head of a text: it describes the text. */
export function readFrontMatter(source: string): FrontMatter {
  if (!/^---[ \t]*\n/.test(source)) return { body: source };
  const lines = source.split("\n", maxLines);
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  const inside = lines.slice(1, Math.max(1, end));
  const isFields = inside.length > 0 && inside.every((line) => /^(?:[\w-]{1,40}:(?:\s|$)|\s+\S|- |#|\s*$)/.test(line));
  if (end < 0 || !isFields || !inside.some((line) => /^[\w-]+:/.test(line))) return { body: source };
  const title = fieldIn(inside, "title|titre");
  const language = fieldIn(inside, "lang|language|langue");
  const body = source.slice(lines.slice(0, end + 1).join("\n").length + 1);
  return { ...(title && { title }), ...(language && { language }), body };
}
