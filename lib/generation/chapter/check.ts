import { Failure } from "../failure.ts";
import { enough } from "../language/reading.ts";
import type { CallContext } from "../models/context.ts";
import { countAllWords } from "./blocks.ts";
import { tolerance } from "./length.ts";
import { languageShare } from "./translate.ts";

/** What the same model did twice it will do again. */
const tries = 2;

const number = new Intl.NumberFormat("fr-FR");
const names: Record<string, string> = { fr: "français", en: "anglais" };

/** @throws {Failure} when a chapter is not as long as it should be, or not in its language, after all that was done for it */
export async function checkChapter(content: string, request: CallContext["request"]): Promise<void> {
  const [written, budget] = [await countAllWords(content), request.words];
  if (Math.abs(written - budget) > budget * tolerance) {
    const advice = written < budget ? "demandez des chapitres plus courts" : "demandez des chapitres plus longs";
    throw new Failure(
      `Le modèle a écrit ${number.format(written)} mots au lieu de ${number.format(budget)}, même après plusieurs reprises\u202f: ${advice}, ou changez de modèle (BOOK_MODEL).`,
      { code: "length", tries },
    );
  }
  const { language = "fr" } = request;
  const share = await languageShare(content, language);
  if (share >= enough) return;
  const foreign = number.format(Math.ceil((1 - share) * 100));
  throw new Failure(
    `${foreign}\u202f% du texte n’est pas en ${names[language] ?? language}, même après récriture\u202f: relancez la rédaction, ou changez de modèle (BOOK_MODEL).`,
    { code: "language", tries },
  );
}
