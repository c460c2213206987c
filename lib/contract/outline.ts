import { z } from "zod";
import { budgetLimits, chapterLimits, outlineLimits } from "./limits.ts";
import { ResearchEdit, ResearchView } from "./research.ts";
import { required, text, whole } from "./text.ts";

const few = `attend ${outlineLimits.lines} éléments au plus`;
const title = () =>
  required(outlineLimits.title).refine((value) => !/[\r\n]/.test(value), "doit tenir sur une seule ligne");

/** `elsewhere.where` is another chapter’s title. */
export const OutlineChapter = z.strictObject({
  title: title(),
  description: text(outlineLimits.description),
  key_points: z.array(required(outlineLimits.line)).max(outlineLimits.lines, few),
  words: whole(budgetLimits.min, budgetLimits.max),
  defines: z
    .array(z.strictObject({ term: required(outlineLimits.title), definition: text(outlineLimits.line) }))
    .max(outlineLimits.lines, few)
    .default([]),
  elsewhere: z
    .array(z.strictObject({ what: required(outlineLimits.line), where: text(outlineLimits.title) }))
    .max(outlineLimits.lines, few)
    .default([]),
  /** Absent: as it was for the chapter of this title. */
  research: ResearchEdit.optional(),
});
export type OutlineChapter = z.infer<typeof OutlineChapter>;

/** Folds case, accents and punctuation, so that texts that differ only in them are equal. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLocaleLowerCase("fr")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const isRepeated = (text: string, before: string[]) =>
  before.some((other) => foldText(other) === foldText(text) && (foldText(text) !== "" || other.trim() === text.trim()));

/** Refuses chapters of one title, which nothing tells apart, and of one description, which would be written twice. */
function refuseRepeated(
  chapters: { title: string; description?: string | undefined }[],
  context: z.core.$RefinementCtx<unknown>,
) {
  for (const [index, { title, description = "" }] of chapters.entries()) {
    const before = chapters.slice(0, index);
    const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [index, path], message });
    const titles = before.map((chapter) => chapter.title);
    if (isRepeated(title, titles))
      issue("title", "est déjà celui d’un autre chapitre, aux accents et à la ponctuation près");
    // An empty description is a person’s choice.
    const descriptions = before.flatMap((chapter) => chapter.description ?? []);
    if (foldText(description) !== "" && isRepeated(description, descriptions))
      issue("description", "est déjà celle d’un autre chapitre\u202f: les deux diraient la même chose");
  }
}

export const GivenChapter = z.strictObject({
  title: title(),
  description: text(outlineLimits.description).optional(),
  key_points: z.array(required(outlineLimits.line)).max(outlineLimits.lines, few).optional(),
});
export type GivenChapter = z.infer<typeof GivenChapter>;

const howMany = `attend de ${chapterLimits.min} à ${chapterLimits.max} chapitres`;
const count = whole(chapterLimits.min, chapterLimits.max);
const given = z
  .array(GivenChapter)
  .min(chapterLimits.min, howMany)
  .max(chapterLimits.max, howMany)
  .superRefine(refuseRepeated);

export const AskedChapters = z.unknown().transform((value, context): number | GivenChapter[] => {
  const read = Array.isArray(value) ? given.safeParse(value) : count.safeParse(value);
  if (read.success) return read.data;
  // Each with its own path: a union would only say that neither fits.
  for (const { path, message } of read.error.issues) context.addIssue({ code: "custom", path, message });
  return z.NEVER;
});

export const OutlineEdit = z.strictObject({
  version: z.number("attend la version que vous modifiez").int("attend un nombre entier"),
  title: title(),
  chapters: z
    .array(OutlineChapter)
    .min(1, "attend au moins un chapitre")
    .max(outlineLimits.chapters, `attend ${outlineLimits.chapters} chapitres au plus`)
    .superRefine(refuseRepeated),
  /** Ids of sources that the book is not to cite; absent: as it was. */
  struck_sources: z
    .array(z.string().max(20))
    .max(outlineLimits.sources, `attend ${outlineLimits.sources} sources au plus`)
    .optional(),
});
export type OutlineEdit = z.infer<typeof OutlineEdit>;

/** With a version, only that one is approved. */
export const OutlineApproval = z.strictObject({ version: z.number().int().optional() });
export type OutlineApproval = z.infer<typeof OutlineApproval>;

export const OutlineView = z.object({
  version: z.number().int(),
  title: z.string(),
  chapters: z.array(
    z.object({
      title: z.string(),
      description: z.string(),
      key_points: z.array(z.string()),
      words: z.number().int(),
      defines: z.array(z.object({ term: z.string(), definition: z.string() })),
      elsewhere: z.array(z.object({ what: z.string(), where: z.string() })),
      /** Present where the chapter was researched. */
      research: ResearchView.optional(),
    }),
  ),
  struck_sources: z.array(z.string()).optional(),
});
export type OutlineView = z.infer<typeof OutlineView>;
