import type { BookOutline, ChapterPlan } from "../brief/book-outline.ts";
import { countLanguage, isForeign, type LanguageCount } from "../language/detect.ts";
import { nameOf } from "../language/names.ts";
import { shareOf, together } from "../language/reading.ts";

const said = ({ title, description, key_points, defines }: ChapterPlan): string[] => [
  title,
  description,
  ...key_points,
  ...defines.map(({ definition }) => definition),
];

/** Whole sentences are told one by one: borrowed terms make none foreign. */
async function areForeign(chapters: ChapterPlan[], language: string): Promise<boolean> {
  const counts: LanguageCount[] = [];
  for (const { description } of chapters) counts.push(await countLanguage(description, language));
  return shareOf(together(counts)) < 0.5;
}

const listed = new Intl.ListFormat("fr", { type: "conjunction" });

/**
 * What of an outline is not in the book's language: all that is of one kind, or else a chapter. The book's title may be
 * what a person typed, in the language they like.
 */
export async function languageProblems({ chapters }: BookOutline, language: string): Promise<string[]> {
  const foreign = async (texts: [string, string[]][]) => {
    const found: string[] = [];
    for (const [name, said] of texts) if (await isForeign(said.filter(Boolean), language)) found.push(name);
    return found;
  };
  const kinds = await foreign([
    ["les titres", chapters.map((chapter) => chapter.title)],
    ["les points clés", chapters.flatMap(({ key_points }) => key_points)],
  ]);
  if (await areForeign(chapters, language)) kinds.push("les descriptions");
  if (kinds.length > 0) return [`Dans le plan, ${listed.format(kinds)} ne sont pas en ${nameOf(language)}.`];
  const ones = await foreign(chapters.map((chapter) => [`« ${chapter.title} »`, said(chapter)]));
  return ones.map((one) => `Dans le plan, le chapitre ${one} n’est pas en ${nameOf(language)}.`);
}
