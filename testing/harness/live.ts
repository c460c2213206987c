import { LiveChapter, LiveJob, LiveText } from "#lib/contract/live.ts";
import { liveEvents } from "#lib/generation/live/stream.ts";

type Heard =
  | { name: "text"; id: string; data: LiveText }
  | { name: "chapter"; id: string; data: LiveChapter }
  | { name: "job"; id: string; data: LiveJob }
  | { name: "end"; id: string; data: object };

const shapes = { text: LiveText, chapter: LiveChapter, job: LiveJob };

function parse(block: string): Heard | undefined {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const [name, id = "", data] = [field("event"), field("id"), field("data")];
  if (!name || data === undefined) return undefined;
  const shape = shapes[name as keyof typeof shapes];
  return { name, id, data: shape ? shape.parse(JSON.parse(data)) : JSON.parse(data) } as Heard;
}

type Texts = ReadonlyMap<number, { draft: number; text: string }>;

/**
 * Reads server-sent events as a browser's page does: every text it shows was received without a gap.
 * @param before what it had when it comes back
 */
export function hear(body: ReadableStream<Uint8Array>, before: Texts = new Map()) {
  const heard: Heard[] = [];
  const texts = new Map(before);
  const take = (event: Heard) => {
    heard.push(event);
    if (event.name !== "text") return;
    const { position, draft, start, text } = event.data;
    const known = start === 0 ? { draft, text: "" } : texts.get(position);
    if (known?.draft !== draft || known.text.length !== start) throw new Error(`trou dans le chapitre ${position}`);
    texts.set(position, { draft, text: known.text + text });
  };
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const read = async () => {
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const event of blocks.map(parse)) if (event) take(event);
    }
  };
  return {
    heard,
    texts,
    text: (position: number) => texts.get(position)?.text ?? "",
    lastId: () => heard.at(-1)?.id ?? "",
    /** Resolves when the server ends the stream. */
    ended: read(),
    leave: () => reader.cancel(),
  };
}

/** Follows a job in this process, as its route does. */
export async function follow(jobId: string, lastEventId: string | null = null, before?: Texts) {
  const events = await liveEvents(jobId, { lastEventId, signal: new AbortController().signal });
  if (!events) throw new Error("rien à suivre");
  return hear(events, before);
}
