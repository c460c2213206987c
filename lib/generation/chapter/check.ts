import { lengthTolerance, minLanguageShare } from "../../contract/quality-limits.ts";
import type { Document } from "../../document/document.ts";
import { bibliographyWords } from "../citations/bibliography.ts";
import { Failure } from "../failure.ts";
import { nameOf } from "../language/names.ts";
import { areTitlesForeign, readLanguage, shareOf, sumCounts } from "../language/reading.ts";
import type { Writing } from "./writing.ts";

const number = new Intl.NumberFormat("fr-FR");

/** @returns the words of the chapter, those of its sources included @throws {Failure} `length` or `language` */
export async function checkChapter(document: Document, { request, sources }: Writing): Promise<number> {
  const { language = "fr" } = request;
  const nodes = document.blocks.map(({ node }) => node);
  const counts = await readLanguage(nodes, language);
  const written = document.words + bibliographyWords(document.source, { sources, language });
  const budget = request.words;
  if (Math.abs(written - budget) > budget * lengthTolerance) {
    const advice = written < budget ? "demandez des chapitres plus courts" : "demandez des chapitres plus longs";
    throw new Failure(
      "length",
      `Le modèle a écrit ${number.format(written)} mots au lieu de ${number.format(budget)}, même après plusieurs reprises\u202f: ${advice}, ou changez de modèle (BOOK_MODEL).`,
    );
  }
  const share = shareOf(sumCounts(counts));
  if (share >= minLanguageShare && !(await areTitlesForeign(nodes, language))) return written;
  const foreign = number.format(Math.ceil((1 - share) * 100));
  const what =
    share < minLanguageShare ? `${foreign}\u202f% du texte n’est pas` : "Les titres de ses sections ne sont pas";
  throw new Failure(
    "language",
    `${what} en ${nameOf(language)}, même après récriture\u202f: relancez la rédaction, ou changez de modèle (BOOK_MODEL).`,
  );
}
