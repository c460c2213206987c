import type { Transaction } from "../../database/client.ts";
import type { Upload } from "../../manuscript/manuscript.ts";
import { yieldToEventLoop } from "../../yield.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";

/** What goes in one statement, in rows and characters: the embedded database holds the event loop for as long as it takes. */
const together = { rows: 20, characters: 500_000 };

/** Chapters that go in one statement together. */
export function inGroups(chapters: WrittenChapter[]): WrittenChapter[][] {
  const groups: WrittenChapter[][] = [];
  let characters = 0;
  for (const chapter of chapters) {
    const group = groups.at(-1);
    characters += chapter.content.length;
    if (group && group.length < together.rows && characters <= together.characters) group.push(chapter);
    else {
      groups.push([chapter]);
      characters = chapter.content.length;
    }
  }
  return groups;
}

type Stored = { jobId: string; upload: Upload; chapters: WrittenChapter[]; at: Date };

/** Writes the chapters as they stand after their stages, the file they came from, and its pictures. */
export async function storeManuscript(tx: Transaction, { jobId, upload, chapters, at }: Stored): Promise<void> {
  const { name, hash, manuscript } = upload;
  const { type, picturesLeftOut, pictures } = manuscript;
  await tx.jobManuscript.create({ data: { jobId, name, hash, type, picturesLeftOut } });
  for (const group of inGroups(chapters)) {
    await tx.jobChapter.createMany({ data: group.map((chapter) => ({ jobId, keyPoints: [], ...chapter })) });
    const ended = { jobId, name: "chapter" as const, startedAt: at, finishedAt: at };
    await tx.jobStage.createMany({ data: group.map(({ position }) => ({ ...ended, position })) });
    await yieldToEventLoop();
  }
  for (const picture of pictures) {
    await tx.jobPicture.create({
      data: { jobId, ...picture, bytes: new Uint8Array(picture.bytes) },
      select: { name: true },
    });
    await yieldToEventLoop();
  }
}
