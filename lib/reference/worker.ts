// Runs in the threads of `manuscript/threads.ts`, which start it as native TypeScript by its path.
import { readForm } from "../manuscript/form.ts";
import { Refused } from "../manuscript/refused.ts";
import { readFile } from "./read-file.ts";
import type { Outcome } from "./reference.ts";

type Task = { body: Uint8Array<ArrayBuffer>; contentType: string };

export async function read({ body, contentType }: Task): Promise<Outcome> {
  try {
    const { bytes, ...form } = await readForm(body, contentType);
    return { upload: { ...form, reference: await readFile(bytes, form.name) } };
  } catch (error) {
    if (error instanceof Refused) return { refused: { kind: error.kind, message: error.message } };
    throw error;
  }
}
