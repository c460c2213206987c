import { isEnded } from "../../contract/values.ts";
import { db } from "../../database/client.ts";
import type { JobStatus } from "../../database/generated/client.ts";
import { describeError, logger } from "../../logger.ts";
import { perProcess } from "../../per-process.ts";
import { findStage, jobInclude } from "../jobs/view.ts";
import { follow } from "./hub.ts";
import { createParagraphs } from "./paragraphs.ts";

/** `words` is null until the chapter is written. */
export type Drafted = { draft: number; text: string; words: number | null; paragraphs: string[] };
type Following = Drafted & { show: (draft: string) => Promise<string[]> };

/** Shared by all watchers of this process. */
export type Feed = {
  status: JobStatus | undefined;
  /** Raised whenever the page of the job shows something else, its drafts apart. */
  version: number;
  chapters: Map<number, Following>;
  watchers: Set<() => void>;
  /** Resolves after the first reading. */
  ready: Promise<void>;
  end: () => void;
};

const shown = {
  ...jobInclude,
  chapters: { ...jobInclude.chapters, select: { ...jobInclude.chapters.select, draft: true } },
} as const;
const omit = { outline: true, quality: true, models: true } as const;

async function readJob(jobId: string, feed: Feed, last: { seen: string }) {
  const job = await db().job.findUnique({ where: { id: jobId, deletedAt: null }, include: shown, omit });
  if (!job) return;
  feed.status = job.status;
  for (const { position, title, draft, wordCount } of job.chapters) {
    const known = feed.chapters.get(position);
    const stage = findStage(job, "chapter", position);
    const empty = { draft, text: "", words: null, paragraphs: [], show: createParagraphs(title) };
    if (stage?.finishedAt) feed.chapters.set(position, { ...empty, words: wordCount });
    else if (stage && known?.draft !== draft) feed.chapters.set(position, empty);
  }
  const seen = JSON.stringify({ ...job, chapters: job.chapters.map(({ draft, ...chapter }) => chapter) });
  if (seen !== last.seen) feed.version++;
  last.seen = seen;
}

async function readDrafts(jobId: string, { chapters }: Feed) {
  const wanted = [...chapters].filter(([, { words }]) => words === null);
  if (wanted.length === 0) return;
  const pieces = await db().chapterDraft.findMany({
    where: {
      jobId,
      OR: wanted.map(([position, { draft, text }]) => ({ position, draft, start: { gte: text.length } })),
    },
    orderBy: { start: "asc" },
  });
  for (const { position, draft, start, text } of pieces) {
    const known = chapters.get(position);
    if (known?.draft === draft && known.words === null && known.text.length === start) known.text += text;
  }
  for (const position of new Set(pieces.map((piece) => piece.position))) {
    const known = chapters.get(position);
    if (known && known.words === null) known.paragraphs = await known.show(known.text);
  }
}

function openFeed(jobId: string): Feed {
  const last = { seen: "" };
  let wanted: "drafts" | "all" | undefined;
  let reading: Promise<void> | undefined;
  const read = async () => {
    while (wanted) {
      const all = wanted === "all";
      wanted = undefined;
      if (all) await readJob(jobId, feed, last);
      if (!feed.status || !isEnded(feed.status)) await readDrafts(jobId, feed);
      for (const watcher of feed.watchers) watcher();
    }
  };
  const changed = (what: "drafts" | "all") => {
    wanted = wanted === "all" ? "all" : what;
    reading ??= read()
      .catch((error) => logger.warn("⚠️ Lecture du direct impossible", describeError(error)))
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  const unfollow = follow({ jobId, changed });
  const feed: Feed = {
    status: undefined,
    version: 0,
    chapters: new Map(),
    watchers: new Set(),
    ready: Promise.resolve(),
    end: unfollow,
  };
  feed.ready = changed("all");
  return feed;
}

const feeds = perProcess("live.feeds", () => new Map<string, Feed>());

/** @returns the feed, to be read after each change, and a function that ends the watch */
export function watch(jobId: string, watcher: () => void): { feed: Feed; leave: () => void } {
  const feed = feeds.get().get(jobId) ?? openFeed(jobId);
  feeds.get().set(jobId, feed);
  feed.watchers.add(watcher);
  const leave = () => {
    feed.watchers.delete(watcher);
    if (feed.watchers.size > 0 || feeds.get().get(jobId) !== feed) return;
    feeds.get().delete(jobId);
    feed.end();
  };
  return { feed, leave };
}
