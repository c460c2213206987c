import { foldText, type GivenChapter } from "../../contract/outline.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import { type BookOutline, type ChapterPlan, type Elsewhere, positionOf } from "../brief/book-outline.ts";

const hasDescription = ({ description = "" }: GivenChapter) => description.trim() !== "";
const hasPoints = ({ key_points = [] }: GivenChapter) => key_points.length > 0;

/** The texts of an outline that are the person's own. */
export const typedTexts = ({ title = "", given = [] }: BookBrief): Set<string> =>
  new Set(
    [title, ...given.flatMap((one) => [one.title, one.description ?? "", ...(one.key_points ?? [])])].filter(
      (text) => text.trim() !== "",
    ),
  );

const nothing = { description: "", key_points: [], defines: [], elsewhere: [] };

/** Lays what a person gave over what the model proposes for the chapter: nothing typed changes. */
const complete = (given: GivenChapter, proposed: Omit<ChapterPlan, "title">): ChapterPlan => ({
  ...proposed,
  title: given.title,
  ...(hasDescription(given) && { description: given.description ?? "" }),
  ...(hasPoints(given) && { key_points: given.key_points ?? [] }),
});

/**
 * Completes a person's chapters from a model's outline, each from the one of its title, else from the one at its place
 * when their number is the same. Their titles and order stay; chapters of the model's own are dropped.
 */
export function withGiven(outline: BookOutline, given: GivenChapter[] | undefined): BookOutline {
  if (!given) return outline;
  const titled = given.map(({ title }) => positionOf(outline, title) - 1);
  const isPlaced = outline.chapters.length === given.length;
  const places = titled.map((at, index) => (at < 0 && isPlaced && !titled.includes(index) ? index : at));
  /** Follows a chapter to its given title; one that was dropped, or whose title has no letter, cannot be named. */
  const follow = ({ what, where }: Elsewhere): Elsewhere[] => {
    const at = positionOf(outline, where) - 1;
    const title = at < 0 ? where : given[places.indexOf(at)]?.title;
    return title === undefined || foldText(title) === "" ? [] : [{ what, where: title }];
  };
  const chapters = given.map((chapter, index) => {
    const { elsewhere, ...proposed } = outline.chapters[places[index] ?? -1] ?? nothing;
    return complete(chapter, { ...proposed, elsewhere: elsewhere.flatMap(follow) });
  });
  return { ...outline, chapters };
}

/** The outline that a person's order decides whole, so that no model need be asked; undefined when something is missing. */
export function decidedOutline({ title, given, words }: BookBrief): BookOutline | undefined {
  if (title === undefined || !given?.every((chapter) => hasDescription(chapter) && hasPoints(chapter)))
    return undefined;
  return { title, chapters: given.map((chapter) => complete(chapter, { ...nothing, words })) };
}

/** What an author gives of a chapter, as the beginning of its plan. */
export const plannedOf = ({ title, description = "", key_points = [] }: GivenChapter) => ({
  ...nothing,
  title,
  description,
  key_points,
});
