import { z } from "zod";

export const Issue = z.object({ path: z.string(), message: z.string() });
export type Issue = z.infer<typeof Issue>;

export const ErrorBody = z.object({ error: z.string(), message: z.string(), issues: z.array(Issue).optional() });
export type ErrorBody = z.infer<typeof ErrorBody>;
