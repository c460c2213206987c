import { briefOf, outlineOf } from "../brief/job-brief.ts";
import { keepContinuity } from "../continuity/go-on.ts";
import { type Continuity, learnFromChapter } from "../continuity/learn.ts";
import { readChapterToLearn } from "../continuity/told.ts";
import type { Stage } from "./stage.ts";

export const continuity: Stage<"continuity", Continuity> = {
  work: async (job, data, { ask, windowOf, isSmall }) =>
    learnFromChapter(briefOf(job), {
      ask,
      window: await windowOf("review"),
      outline: outlineOf(job),
      position: data.position,
      isSmall: await isSmall("review"),
      ...(await readChapterToLearn(data)),
    }),
  commit: keepContinuity,
};
