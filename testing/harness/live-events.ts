import { LiveChapter, LiveJob, LiveText } from "#lib/contract/live.ts";
import { liveEvents } from "#lib/generation/live/stream.ts";

type LiveEvent =
  | { name: "text"; id: string; data: LiveText }
  | { name: "chapter"; id: string; data: LiveChapter }
  | { name: "job"; id: string; data: LiveJob }
  | { name: "end"; id: string; data: object };

const schemas = { text: LiveText, chapter: LiveChapter, job: LiveJob };

function parseEvent(block: string): LiveEvent | undefined {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const name = field("event");
  const data = field("data");
  if (!name || data === undefined) return undefined;
  const schema = schemas[name as keyof typeof schemas];
  const parsed = JSON.parse(data);
  return { name, id: field("id") ?? "", data: schema ? schema.parse(parsed) : parsed } as LiveEvent;
}

type Texts = ReadonlyMap<number, { draft: number; text: string }>;

/**
 * Reads server-sent events as a page does, and throws when a text has a gap.
 * @param before texts that the reader had when its connection ended
 */
function readLiveEvents(body: ReadableStream<Uint8Array>, before: Texts = new Map()) {
  const events: LiveEvent[] = [];
  const texts = new Map(before);
  const take = (event: LiveEvent) => {
    events.push(event);
    if (event.name !== "text") return;
    const { position, draft, start, text } = event.data;
    const known = start === 0 ? { draft, text: "" } : texts.get(position);
    if (known?.draft !== draft || known.text.length !== start) throw new Error(`trou dans le chapitre ${position}`);
    texts.set(position, { draft, text: known.text + text });
  };
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const readToEnd = async () => {
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const event of blocks.map(parseEvent)) if (event) take(event);
    }
  };
  return {
    events,
    texts,
    text: (position: number) => texts.get(position)?.text ?? "",
    lastId: () => events.at(-1)?.id ?? "",
    ended: readToEnd(),
    leave: () => reader.cancel(),
  };
}

export async function followJob(jobId: string, lastEventId: string | null = null, before?: Texts) {
  const stream = await liveEvents(jobId, { lastEventId, signal: new AbortController().signal });
  if (!stream) throw new Error("rien à suivre");
  return readLiveEvents(stream, before);
}
