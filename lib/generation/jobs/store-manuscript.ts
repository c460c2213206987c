import type { Transaction } from "../../database/client.ts";
import type { Upload } from "../../manuscript/manuscript.ts";
import { yieldToEventLoop } from "../../yield.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";

/** Rows of one statement: the embedded database holds the event loop for as long as it takes. */
const together = 20;

type Stored = { jobId: string; upload: Upload; chapters: WrittenChapter[]; at: Date };

/** Writes the chapters as they stand after their stages, the file they came from, and its pictures. */
export async function storeManuscript(tx: Transaction, { jobId, upload, chapters, at }: Stored): Promise<void> {
  const { name, hash, manuscript } = upload;
  const { type, picturesLeftOut, pictures } = manuscript;
  await tx.jobManuscript.create({ data: { jobId, name, hash, type, picturesLeftOut } });
  for (let from = 0; from < chapters.length; from += together) {
    const some = chapters.slice(from, from + together);
    await tx.jobChapter.createMany({ data: some.map((chapter) => ({ jobId, keyPoints: [], ...chapter })) });
    const stages = some.map(({ position }) => ({
      jobId,
      name: "chapter" as const,
      position,
      startedAt: at,
      finishedAt: at,
    }));
    await tx.jobStage.createMany({ data: stages });
    await yieldToEventLoop();
  }
  for (const picture of pictures) {
    await tx.jobPicture.create({ data: { jobId, ...picture, bytes: new Uint8Array(picture.bytes) } });
    await yieldToEventLoop();
  }
}
