import type { Bible } from "../../contract/bible.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { isSequential } from "../brief/job-brief.ts";
import { readToldBefore } from "../brief/origin.ts";
import { capabilitiesOf } from "../capabilities.ts";
import type { Story } from "../prompts/story.ts";
import { bibleToTell } from "./stored-bible.ts";
import { storyOf } from "./story-of.ts";

type Place = { jobId: string; run: number; position: number };

/** @returns undefined where chapters are written side by side, or from texts that are ready */
export async function storyFor(job: Job, data: Place, window: number | undefined): Promise<Story | undefined> {
  if (!isSequential(job) || !capabilitiesOf(job.model).remembers) return undefined;
  return storyOf(await bibleToTell({ name: "chapter", data }), window, await readToldBefore(job.id));
}

export async function readChapterToLearn(data: Place): Promise<{ content: string; bible: Bible }> {
  const { jobId, position } = data;
  const chapter = await db().jobChapter.findUniqueOrThrow({ where: { jobId_position: { jobId, position } } });
  return { content: chapter.content ?? "", bible: await bibleToTell({ name: "continuity", data }) };
}
