import type { z } from "zod";

/** `problems` are French sentences for the model that repairs the answer. */
export type JsonReading<Value> = { value: Value } | { problems: string[] };

/** Ignores what stands around the object: a code fence, a polite sentence. */
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
