import { type LiveChapter, type LiveJob, type LiveText, lastLiveId } from "../../contract/live.ts";
import { isEnded } from "../../contract/values.ts";
import { getJob } from "../jobs/jobs.ts";
import { nextText, readCursor, writeCursor } from "./cursor.ts";
import { type Feed, watch } from "./feed.ts";

const heartbeatMs = 15_000;
const retryMs = 1000;

type Event = { name: "text"; data: LiveText } | { name: "chapter"; data: LiveChapter } | { name: "job"; data: LiveJob };

const line = ({ name, data }: Event | { name: "end"; data: object }, id: string) =>
  `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

/** Compares what the reader has seen with the feed: a slow reader skips to the present, and nothing is queued. */
function createReader(feed: Feed, lastEventId: string | null) {
  const cursor = readCursor(lastEventId);
  const written = new Set([...feed.chapters].flatMap(([position, { words }]) => (words === null ? [] : [position])));
  let version = -1;
  const next = (): Event | undefined => {
    for (const [position, { words }] of feed.chapters) {
      if (words === null || written.has(position)) continue;
      written.add(position);
      cursor.delete(position);
      return { name: "chapter", data: { position, word_count: words } };
    }
    if (version !== feed.version && feed.status) {
      version = feed.version;
      return { name: "job", data: { status: feed.status } };
    }
    const data = nextText(cursor, feed);
    return data && { name: "text", data };
  };
  return () => {
    const event = next();
    if (event) return { text: line(event, writeCursor(cursor)), last: false };
    const over = feed.status !== undefined && isEnded(feed.status);
    return over ? { text: line({ name: "end", data: {} }, lastLiveId), last: true } : undefined;
  };
}

/** `wait` resolves to false when `wake` is called, to true after a heartbeat without. */
function createAlarm() {
  let ring = (_silent: boolean) => {};
  return {
    wake: () => ring(false),
    wait: () =>
      new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => ring(true), heartbeatMs);
        ring = (silent) => {
          clearTimeout(timer);
          resolve(silent);
        };
      }),
  };
}

/**
 * @param options.lastEventId the reader's place, perhaps from another instance
 * @returns undefined for a reader that already had the end @throws {AppError} not_found
 */
export async function liveEvents(
  id: string,
  { lastEventId, signal }: { lastEventId: string | null; signal: AbortSignal },
): Promise<ReadableStream<Uint8Array> | undefined> {
  const { job_id, status } = await getJob(id);
  if (lastEventId === lastLiveId && isEnded(status)) return undefined;
  const { wake, wait } = createAlarm();
  const { feed, leave } = watch(job_id, wake);
  const gone = new AbortController();
  const go = () => {
    gone.abort();
    leave();
    wake();
  };
  signal.addEventListener("abort", go, { once: true });
  if (signal.aborted) go();
  await feed.ready;
  const read = createReader(feed, lastEventId);
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`)),
    async pull(controller) {
      let next = read();
      let silent = false;
      while (!next && !silent && !gone.signal.aborted) {
        silent = await wait();
        next = read();
      }
      if (gone.signal.aborted) return;
      controller.enqueue(encoder.encode(next?.text ?? ": \n\n"));
      if (!next?.last) return;
      go();
      controller.close();
    },
    cancel: go,
  });
}
