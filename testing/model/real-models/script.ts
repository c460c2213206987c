import { readFileSync } from "node:fs";
import path from "node:path";
import { labelOf } from "#lib/generation/prompts/labels.ts";
import { passageIn } from "../answers.ts";
import type { Script } from "../script.ts";

/** What the prompts of that day had, and this model copied: a label, and numbers before titles. */
const formerLabel = /Termes que d[’']autres chapitres définissent \(à employer en ce sens, sans les redéfinir\)/g;
const formerNumber = /(?<=«\s)\d+\. /g;

/** Copies what stands in today's prompts instead, as the model would. */
const answer = (name: string) =>
  readFileSync(path.join(import.meta.dirname, name), "utf8")
    .replace(formerLabel, labelOf("fr", "otherTerms"))
    .replace(formerNumber, "");

const plan = answer("1-plan.txt");
const drafts = new Map([
  [1, answer("2-chapter-1.md")],
  [2, answer("4-chapter-2.md")],
]);
const continuation = answer("3-chapter-1-continued.md");
const rewritten = [answer("5-passage-rewritten.md"), answer("6-passage-rewritten.md")];

/** It gave passages back as they were, between the fences that our prompt had put around them. */
function rewrite(prompt: string, nth: number): string {
  const passage = passageIn(prompt);
  const isTheOne = /chapitre \d+, «/.test(passage);
  return isTheOne ? (rewritten[(nth - 1) % rewritten.length] ?? "") : `"""\n${passage}\n"""`;
}

/** Answers as the real model did, call after call; asked once more than it was, it says the same again. */
export const realModel: Script = ({ role, position, prompt }, nth) => {
  if (role === "outline") return { text: plan };
  if (role === "chapter" && position === 1 && nth > 1) return { text: continuation };
  if (role === "chapter") return { text: drafts.get(position ?? 1) ?? continuation };
  return { text: rewrite(prompt, nth) };
};
