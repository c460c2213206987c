import { frenchList } from "../../french-list.ts";
import type { BookOutline, ChapterPlan } from "../brief/book-outline.ts";
import { countLanguage, isForeign, type LanguageCount } from "../language/detect.ts";
import { nameOf } from "../language/names.ts";
import { shareOf, sumCounts } from "../language/reading.ts";
import { inEnglish } from "../prompts/language.ts";
import type { Problem } from "./problem.ts";

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
): Promise<Problem[]> {
  const chapters = all.map((chapter) => withoutTyped(chapter, typed));
  const kinds: Problem[] = [];
  const areAllForeign = (parts: string[]) => isForeign(parts.filter(Boolean), language);
  if (await areAllForeign(chapters.map((chapter) => chapter.title))) kinds.push({ fr: "les titres", en: "the titles" });
  if (await areAllForeign(chapters.flatMap(({ key_points }) => key_points)))
    kinds.push({ fr: "les points clés", en: "the key points" });
  if (await areForeign(chapters, language)) kinds.push({ fr: "les descriptions", en: "the descriptions" });
  if (kinds.length > 0)
    return [
      {
        fr: `Dans le plan, ${frenchList(kinds.map(({ fr }) => fr))} ne sont pas en ${nameOf(language)}.`,
        en: `In the outline, ${kinds.map(({ en }) => en).join(", ")} are not in ${inEnglish(language)}.`,
      },
    ];
  const found: Problem[] = [];
  for (const [index, chapter] of chapters.entries()) {
    const title = all[index]?.title ?? "";
    if (await areAllForeign(textsOf(chapter)))
      found.push({
        fr: `Dans le plan, le chapitre « ${title} » n’est pas en ${nameOf(language)}.`,
        en: `In the outline, the chapter “${title}” is not in ${inEnglish(language)}.`,
      });
  }
  return found;
}
