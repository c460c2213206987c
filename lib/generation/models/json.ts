import type { z } from "zod";

/** The value of an answer, or its problems in French, for the model that repairs it. */
export type JsonReading<Value> = { value: Value } | { problems: string[] };

/** Reads the JSON object inside a model's answer, whatever stands around it (a code fence, a sentence of politeness). */
export function readJsonAnswer<Schema extends z.ZodType>(text: string, schema: Schema): JsonReading<z.infer<Schema>> {
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  if (start < 0) return { problems: ["La réponse ne contient aucun objet JSON."] };
  let object: unknown;
  try {
    object = JSON.parse(text.slice(start, end + 1));
  } catch {
    return { problems: ["L’objet JSON est mal formé, ou coupé avant sa fin."] };
  }
  const parsed = schema.safeParse(object);
  if (parsed.success) return { value: parsed.data };
  const issues = parsed.error.issues.slice(0, 5);
  return { problems: issues.map(({ path, message }) => `${path.join(".")}\u202f: ${message}.`) };
}
