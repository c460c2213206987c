import { chapterAnswer } from "../model/answers.ts";
import type { Exchange } from "../model/server.ts";

/** Chapters that all begin alike, so that the review of each book has passages to have rewritten. */
export function sameOpenings({ role, prompt }: Exchange): string | undefined {
  if (role !== "chapter") return undefined;
  const [title, ...rest] = chapterAnswer(prompt).split("\n\n");
  return `${title}\n\nAu commencement était la patience du boulanger devant son pétrin.\n\n${rest.join("\n\n")}`;
}
