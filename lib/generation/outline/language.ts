import { frenchList } from "../../french-list.ts";
import type { BookOutline, ChapterPlan } from "../brief/book-outline.ts";
import { countLanguage, isForeign, type LanguageCount } from "../language/detect.ts";
import { nameOf } from "../language/names.ts";
import { shareOf, sumCounts } from "../language/reading.ts";

const textsOf = ({ title, description, key_points, defines }: ChapterPlan): string[] => [
  title,
  description,
  ...key_points,
  ...defines.map(({ definition }) => definition),
];

const minShare = 0.5;

/** Sentences are judged one by one: borrowed terms make none foreign. */
async function areForeign(chapters: ChapterPlan[], language: string): Promise<boolean> {
  const counts: LanguageCount[] = [];
  for (const { description } of chapters) counts.push(await countLanguage(description, language));
  return shareOf(sumCounts(counts)) < minShare;
}

const withoutTyped = ({ title, description, key_points, ...rest }: ChapterPlan, typed: Set<string>): ChapterPlan => ({
  ...rest,
  title: typed.has(title) ? "" : title,
  description: typed.has(description) ? "" : description,
  key_points: key_points.filter((point) => !typed.has(point)),
});

/** Ignores the book's title and the `typed` texts, which a person may have written in any language. */
export async function languageProblems(
  { chapters: all }: BookOutline,
  language: string,
  typed: Set<string> = new Set(),
): Promise<string[]> {
  const chapters = all.map((chapter) => withoutTyped(chapter, typed));
  const foreign = async (texts: [string, string[]][]) => {
    const found: string[] = [];
    for (const [name, parts] of texts) if (await isForeign(parts.filter(Boolean), language)) found.push(name);
    return found;
  };
  const kinds = await foreign([
    ["les titres", chapters.map((chapter) => chapter.title)],
    ["les points clés", chapters.flatMap(({ key_points }) => key_points)],
  ]);
  if (await areForeign(chapters, language)) kinds.push("les descriptions");
  if (kinds.length > 0) return [`Dans le plan, ${frenchList(kinds)} ne sont pas en ${nameOf(language)}.`];
  const chaptersFound = await foreign(
    chapters.map((chapter, index) => [`« ${all[index]?.title ?? ""} »`, textsOf(chapter)]),
  );
  return chaptersFound.map((one) => `Dans le plan, le chapitre ${one} n’est pas en ${nameOf(language)}.`);
}
