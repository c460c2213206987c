import { readFileSync } from "node:fs";
import path from "node:path";
import type { Script } from "../script.ts";

const answer = (name: string) => readFileSync(path.join(import.meta.dirname, name), "utf8");

const plan = answer("1-plan.txt");
const drafts = new Map([
  [1, answer("2-chapter-1.md")],
  [2, answer("4-chapter-2.md")],
]);
const continuation = answer("3-chapter-1-continued.md");
const rewritten = [answer("5-passage-rewritten.md"), answer("6-passage-rewritten.md")];

/** Answers as the real model did, call after call; asked once more than it was, it says the same again. */
export const realModel: Script = ({ role, position }, nth) => {
  if (role === "outline") return { text: plan };
  if (role === "chapter" && nth === 1) return { text: drafts.get(position ?? 1) ?? continuation };
  if (role === "chapter") return { text: continuation };
  return { text: rewritten[(nth - 1) % rewritten.length] ?? "" };
};
