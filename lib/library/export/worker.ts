// Runs in the threads of `threads.ts`, which starts it as native TypeScript by its path.
import type { Edition } from "./edition.ts";
import { readBook } from "./text/book-text.ts";

/** Each loads its own packages, and nothing else. */
export async function epub(edition: Edition): Promise<Uint8Array> {
  const { writeEpub } = await import("./epub/write.ts");
  return writeEpub(await readBook(edition));
}

export async function docx(edition: Edition): Promise<Uint8Array> {
  const { writeDocx } = await import("./docx/write.ts");
  return writeDocx(await readBook(edition));
}
