export const onOneLine = (typed: string): string => typed.replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ").trim();

export function shorten(line: string, { characters, words = Number.POSITIVE_INFINITY }: Limits): string {
  const cut = line.split(" ").slice(0, words).join(" ").slice(0, characters);
  if (cut === line) return line;
  const end = line[cut.length] === " " ? cut.length : cut.lastIndexOf(" ");
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[^\p{L}\p{N}]+$/u, "")}…`;
}
type Limits = { characters: number; words?: number };

export const escapeMarkdown = (text: string): string => text.replace(/[\\*_`[\]<>|#~$]|&(?=#?\w+;)/g, "\\$&");

/** Makes a text fit between guillemets. */
export function quotable(typed: string, limits: Limits): string {
  const line = onOneLine(typed).replace(/(?<![.…])\.$/, "");
  const inner = line.replace(/«\s*/g, "“").replace(/\s*»/g, "”");
  return escapeMarkdown(shorten(inner, limits));
}
