import type { Document } from "../../document/document.ts";
import { textOf } from "../../document/nodes.ts";

const other = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Devanagari}]`;
const latin = String.raw`\p{Script=Latin}{1,40}`;
const glued = new RegExp(`(?<!\\p{Script=Latin})${latin}['’]?${other}+|(?<!${other})${other}+${latin}`, "gu");
const unread = new Set(["code", "math", "table", "html"]);

/**
 * Finds words in another script that are glued to Latin ones, as models let them slip: « l’淀粉 ». A book that speaks of
 * another script sets its words apart.
 */
export const gluedScripts = ({ blocks }: Document): string[] =>
  blocks.flatMap(({ node }) => (unread.has(node.type) ? [] : (textOf(node).match(glued) ?? [])));
