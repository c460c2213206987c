// Runs in the threads of `read.ts`, which starts it as native TypeScript by its path.
import { readForm } from "./form.ts";
import type { Outcome } from "./manuscript.ts";
import { readFile } from "./read-file.ts";
import { Refused } from "./refused.ts";

type Task = { body: Uint8Array<ArrayBuffer>; contentType: string };

export async function read({ body, contentType }: Task): Promise<Outcome> {
  try {
    const { bytes, ...form } = await readForm(body, contentType);
    return { upload: { ...form, manuscript: await readFile(bytes) } };
  } catch (error) {
    if (error instanceof Refused) return { refused: { kind: error.kind, message: error.message } };
    throw error;
  }
}
