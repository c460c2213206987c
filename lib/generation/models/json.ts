import type { z } from "zod";

/**
 * The JSON object inside a model's answer, whatever stands around it (a code fence, a sentence of
 * politeness), if it matches.
 */
export function readJsonAnswer<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema> | undefined {
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  if (start < 0 || end < start) return undefined;
  try {
    return schema.safeParse(JSON.parse(text.slice(start, end + 1))).data;
  } catch {
    return undefined;
  }
}
