import { isAnnouncement } from "./keywords.ts";
import type { Entry } from "./numbered.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { isSentence } from "./titles.ts";

/** Plain lines: a chapter each, what is indented or a sentence belongs to the one above. */
export function shapeByLines(entries: Entry[]): Shape {
  const [first, ...others] = entries;
  if (!first) return new Map();
  const lowest = Math.min(...others.map(({ indent }) => indent));
  const isRoot = others.length > 1 && first.indent < lowest;
  if (others.length > 0 && (isRoot || isAnnouncement(first.body) || first.head))
    return new Map([[first, "else"], ...shapeByLines(others)]);
  const indent = Math.min(...entries.map((entry) => entry.indent));
  const roots = entries.filter((entry) => entry.indent === indent);
  const areSentences = roots.every(({ body }) => isSentence(body));
  let begun = false;
  return shapeOf(entries, (entry) => {
    const isText = isSentence(entry.body) && !areSentences;
    if (entry.indent > indent) return isText ? "text" : "point";
    if (isText) return begun ? "text" : "else";
    begun = true;
    return "chapter";
  });
}
