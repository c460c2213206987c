import { z } from "zod";
import { BookLanguage, BookOptions, BookRequest } from "./book.ts";

const { title, jobId, userId, metadata, webhookUrl } = BookRequest.shape;
const { model, max_cost, instructions } = BookOptions.shape;

/** `title` is the translated book's, where its translator has one. */
export const TranslationRequest = z.strictObject({
  language: BookLanguage,
  title,
  model,
  max_cost,
  instructions,
  jobId,
  userId,
  metadata,
  webhookUrl,
});
export type TranslationRequest = z.infer<typeof TranslationRequest>;
