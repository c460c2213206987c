import { z } from "zod";
import { Bible } from "../../contract/bible.ts";
import { BookLanguage } from "../../contract/book.ts";
import type { OriginKind } from "../../contract/origin.ts";
import { db } from "../../database/client.ts";

/** What a sequel is told of the book that it follows. */
export const ToldBefore = z.object({
  chapters: z.array(z.object({ title: z.string(), description: z.string() })),
  summaries: Bible.shape.summaries.default([]),
});
export type ToldBefore = z.infer<typeof ToldBefore> & { title: string };

/** Names and terms that the origin's plan and bible set. */
export const ToldTerms = z.object({ terms: z.array(z.string()) });

const find = (jobId: string, kind: OriginKind) => db().jobOrigin.findFirst({ where: { jobId, kind } });

export const isTranslation = async (jobId: string): Promise<boolean> => (await find(jobId, "translation")) !== null;

export type TranslatedFrom = { title: string; language: BookLanguage; terms: string[] };

/** @returns undefined for a book that is no translation */
export async function readTranslatedFrom(jobId: string): Promise<TranslatedFrom | undefined> {
  const origin = await find(jobId, "translation");
  if (!origin) return undefined;
  const { title, language, told } = origin;
  return { title, language: BookLanguage.parse(language), ...ToldTerms.parse(told) };
}

/** @returns undefined for a book that follows none */
export async function readToldBefore(jobId: string): Promise<ToldBefore | undefined> {
  const origin = await find(jobId, "sequel");
  return origin ? { title: origin.title, ...ToldBefore.parse(origin.told) } : undefined;
}
