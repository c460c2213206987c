import { logger } from "../logger.ts";
import type { BookOutline } from "./book-outline.ts";
import { normalizeChapter, upToLastSentence } from "./chapter-text.ts";
import { askToTheEnd } from "./continuation.ts";
import { Failure } from "./failure.ts";
import type { Ask } from "./models/ask.ts";
import type { CallContext } from "./models/context.ts";
import { redacteur } from "./prompts/redacteur.ts";
import { typesetMarkdown } from "./typography/french.ts";
import { countWords } from "./words.ts";

/** A written chapter, in Markdown, starting with its one H1. */
export type Chapter = { content: string; wordCount: number };

/** A text the model had no room to finish is kept, to its last full sentence, when it has this share of the words asked. */
const enough = 0.6;

/**
 * One chapter of the outline → its text, continued where the model had no room to finish it.
 * @throws {Failure} when the model wrote nothing, or was cut off too early
 */
export async function chapter(
  request: CallContext["request"],
  tools: { ask: Ask; outline: BookOutline; position: number; notes: string | undefined },
): Promise<Chapter> {
  const { outline, position, notes } = tools;
  const title = outline.chapters[position - 1]?.title ?? "";
  const question = {
    context: { role: "chapter" as const, request: { ...request, outline, position } },
    shown: true,
    ...redacteur({ request, outline, position, ...(notes && { notes }) }),
  };
  const answer = await askToTheEnd(tools.ask, question, { title, words: request.words });
  const plain = normalizeChapter(answer.cut ? upToLastSentence(answer.text) : answer.text, title);
  if (plain === `# ${title}`) throw new Failure("Le modèle n’a écrit que le titre du chapitre.", { code: "chapter" });
  const content = request.language === "fr" ? await typesetMarkdown(plain) : plain;
  const wordCount = countWords(content);
  if (answer.cut) {
    if (wordCount < request.words * enough)
      throw new Failure("Le modèle s’est arrêté avant la fin du chapitre, faute de place.", { code: "chapter" });
    logger.warn(`✂️ Chapitre ${position} arrêté par le modèle faute de place, gardé jusqu’à sa dernière phrase`);
  }
  return { content, wordCount };
}
