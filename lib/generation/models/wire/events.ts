import { APICallError } from "@ai-sdk/provider";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { readChunk, readFault } from "./chunk.ts";

type Event = { event?: string | undefined; data: string };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Some servers leave out the blank line between two events. */
const datasOf = (data: string): string[] => (parse(data) === undefined ? data.split("\n") : [data]);

const faultOf = (fault: { status: number; body: string }) =>
  new APICallError({
    message: "stream error",
    url: "",
    requestBodyValues: {},
    statusCode: fault.status,
    responseBody: fault.body,
  });

/** @throws {APICallError} for an error */
function cleanEvent({ event, data }: Event, isShaped: boolean): string {
  if (event === "error" && parse(data) === undefined) throw faultOf({ status: 500, body: data });
  return datasOf(data)
    .map((line) => {
      const said = parse(line);
      // A chunk that is broken must be noticed; a word of the server's own says nothing.
      if (said === undefined) return !event && line.startsWith("{") ? `data: ${line}\n\n` : "";
      const fault = readFault(event === "error" ? { error: said } : said);
      if (fault) throw faultOf(fault);
      const chunk = readChunk(said, isShaped);
      return chunk ? `data: ${JSON.stringify(chunk)}\n\n` : "";
    })
    .join("");
}

/** The last event may come without its blank line. */
const withEnd = () => new TransformStream<string, string>({ flush: (controller) => controller.enqueue("\n\n") });

/**
 * Passes over what is no part of an answer: named events, empty or null data, keep-alives, a BOM.
 * @returns the stream from its first event that says something
 * @throws {APICallError} when that one is an error; a later one breaks the stream with it
 */
export async function cleanStream(body: ReadableStream<Uint8Array>, isShaped: boolean): Promise<ReadableStream> {
  const events = body
    .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
    .pipeThrough(withEnd())
    .pipeThrough(new EventSourceParserStream())
    .pipeThrough(
      new TransformStream<Event, string>({
        transform(event, controller) {
          const clean = cleanEvent(event, isShaped);
          if (clean) controller.enqueue(clean);
        },
      }),
    );
  const reader = events.getReader();
  const first = await reader.read();
  return new ReadableStream<string>({
    start(controller) {
      if (first.value) controller.enqueue(first.value);
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  }).pipeThrough(new TextEncoderStream());
}
