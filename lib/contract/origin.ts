import { z } from "zod";
import { storable } from "./text.ts";
import { originKinds } from "./values.ts";

export const OriginKind = z.enum(originKinds);
export type OriginKind = z.infer<typeof OriginKind>;

const madeByOrder = ["sequel", "edition"] as const;

/** The finished book that another one is ordered from. */
export const BookFrom = z.strictObject({
  job_id: storable().min(1, "attend l’identifiant d’une rédaction").max(255, "attend 255 caractères au plus"),
  as: z.enum(madeByOrder, { error: `attend ${madeByOrder.join(" ou ")}` }),
});
export type BookFrom = z.infer<typeof BookFrom>;

export const OriginView = z.object({ job_id: z.string(), title: z.string(), language: z.string() });
export type OriginView = z.infer<typeof OriginView>;
