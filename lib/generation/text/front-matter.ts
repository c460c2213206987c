const fences = ["---", "+++"];
const maxLines = 40;
const field = /^["']?[\p{L}_-]{1,40}["']?\s?[:=](?:\s|$)/u;
/** What files say of themselves; a play or a menu may have lines with a colon between rules, too. */
const known =
  /^["']?(?:title|titre|author|auteur|auteure|autrice|date|chapter|chapitre|lang|language|langue|layout|slug|tags|keywords|description|draft|word_?count|book|livre)["']?\s?[:=]/iu;
const below = /^(?:[ \t]+\S|- )/;

/** Drops what stands between two fences at the head of a text and only describes it. */
export function withoutFrontMatter(text: string): string {
  const lines = text.split("\n", maxLines);
  const fence = lines[0]?.trimEnd() ?? "";
  if (!fences.includes(fence)) return text;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
  const inside = lines.slice(1, Math.max(1, end));
  const isFields = inside.every((line) => field.test(line) || below.test(line) || line.trim() === "");
  if (end < 2 || !isFields || !inside.some((line) => known.test(line))) return text;
  return text.slice(lines.slice(0, end + 1).join("\n").length).trimStart();
}
