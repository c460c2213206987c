import { appendLostMarks } from "../citations/marks.ts";
import { rewritePassagePrompt } from "../prompts/rewrite-passage.ts";
import { askForText, type Writing } from "./writing.ts";

/** @returns an empty text when the model wrote nothing */
export async function rewrite(
  writing: Writing,
  { passage, problem, words }: { passage: string; problem: string; words: number },
): Promise<string> {
  const question = (asked: number) =>
    rewritePassagePrompt({ request: writing.request, passage, problem, words: asked });
  const { source: answer } = await askForText(writing, { role: "review", words, question });
  const heading = /^#{2,6} .*$/m.exec(passage)?.[0];
  const text = answer.replace(/^# .*\n*/gm, "").trim();
  const lost = heading !== undefined && passage.startsWith(heading) && !/^#{2,6} /.test(text);
  return text === "" ? "" : appendLostMarks(passage, lost ? `${heading}\n\n${text}` : text);
}
