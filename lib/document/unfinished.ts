/** @returns -1 when the last line leaves no link or image open */
function openBracket(text: string): number {
  const line = text.lastIndexOf("\n") + 1;
  const at = text.lastIndexOf("[");
  if (at < line) return -1;
  const rest = text.slice(at);
  const label = rest.indexOf("]");
  const isOpen = label < 0 || (rest.startsWith("](", label) && !rest.includes(")", label));
  return isOpen ? at - (text[at - 1] === "!" ? 1 : 0) : -1;
}

function withoutMarker(text: string): string {
  const end = text.trimEnd();
  const line = end.slice(end.lastIndexOf("\n") + 1);
  const isMarker = /^\s*(?:#{1,6}|[-*+>]|\d{1,9}[.)]|\|.*)$/.test(line);
  return isMarker ? end.slice(0, Math.max(0, end.length - line.length - 1)) : text.replace(/\n$/, "");
}

const isFence = (line: string) => line.startsWith("```") || line.startsWith("~~~");
const countFences = (text: string) => text.split("\n").filter(isFence).length;

const pairs = [
  { mark: /`/g, end: "`" },
  { mark: /\*\*/g, end: "**" },
  { mark: /(?<!\*)\*(?![*\s])|(?<=[^\s*])\*(?!\*)/g, end: "*" },
];

/** Shows Markdown that breaks off anywhere as it will be once the rest has come. */
export function completeMarkdown(markdown: string): string {
  const marked = withoutMarker(markdown);
  const bracket = openBracket(marked);
  const text = (bracket < 0 ? marked : marked.slice(0, bracket)).replace(/(?<![*_`])[*_`]+$/, "");
  if (countFences(text) % 2 === 1) return text;
  const last = text.slice(text.lastIndexOf("\n\n") + 1);
  const isOdd = (mark: RegExp) => (last.match(mark)?.length ?? 0) % 2 === 1;
  const ends = pairs.map(({ mark, end }) => (isOdd(mark) ? end : "")).join("");
  // A mark after a space closes nothing.
  return ends ? text.trimEnd() + ends : text;
}

/** Keeps a fenced block whole; only the last paragraph changes as the text grows. */
export function paragraphsOfDraft(markdown: string): string[] {
  const found: string[] = [];
  let fenced: string[] = [];
  for (const part of markdown.split(/\n{2,}/)) {
    fenced.push(part);
    const isOpen = countFences(part) % 2 === 1 ? fenced.length === 1 : fenced.length > 1;
    if (isOpen) continue;
    found.push(fenced.join("\n\n"));
    fenced = [];
  }
  return fenced.length > 0 ? [...found, fenced.join("\n\n")] : found;
}
