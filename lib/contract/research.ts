import { z } from "zod";
import { researchLimits } from "./limits.ts";
import { required } from "./text.ts";

/** From whose point of view a question is asked; `author`: a person added it. */
export const pointsOfView = ["reader", "practitioner", "sceptic", "author"] as const;
export const PointOfView = z.enum(pointsOfView);
export type PointOfView = z.infer<typeof PointOfView>;

export const ResearchQuestion = z.strictObject({
  from: PointOfView.default("author"),
  text: required(researchLimits.question).refine((value) => !/[\r\n]/.test(value), "doit tenir sur une seule ligne"),
});
export type ResearchQuestion = z.infer<typeof ResearchQuestion>;

/** What of a chapter's research a person may change. `chapter` names the research, wherever its chapter has moved. */
export const ResearchEdit = z.object({
  chapter: z.number("attend le numéro donné avec le plan").int("attend un nombre entier").optional(),
  questions: z
    .array(ResearchQuestion)
    .max(researchLimits.questions, `attend ${researchLimits.questions} questions au plus`),
});
export type ResearchEdit = z.infer<typeof ResearchEdit>;

export const ResearchView = z.object({
  chapter: z.number().int().optional(),
  questions: z.array(z.object({ from: PointOfView, text: z.string() })),
  /** The ids of the sources that the notes cite. */
  sources: z.array(z.string()),
  notes: z.array(z.string()),
  /** It is done again once the outline is approved: the chapter, its questions or its sources have changed. */
  again: z.boolean(),
  /** Why it found less than hoped for. */
  problem: z.string().optional(),
});
export type ResearchView = z.infer<typeof ResearchView>;
