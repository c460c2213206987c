import { APICallError } from "@ai-sdk/provider";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import { yieldToEventLoop } from "../../../yield.ts";
import { type Chunk, joinChunks, readChunk, readFault } from "./chunk.ts";

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

/** @returns its chunks, and as it came what is broken, since that must be noticed @throws {APICallError} for an error */
function* readEvent({ event, data }: EventSourceMessage, isShaped: boolean): Iterable<Chunk | string> {
  if (event === "error" && parse(data) === undefined) throw faultOf({ status: 500, body: data });
  for (const line of datasOf(data)) {
    const said = parse(line);
    // A word of the server's own says nothing.
    if (said === undefined && !event && line.startsWith("{")) yield line;
    if (said === undefined) continue;
    const fault = readFault(event === "error" ? { error: said } : said);
    if (fault) throw faultOf(fault);
    const chunk = readChunk(said, isShaped);
    if (chunk) yield chunk;
  }
}

const done: Chunk = { choices: [{ index: 0, delta: { content: "" }, finish_reason: "stop" }] };

const write = (said: Chunk | string) => `data: ${typeof said === "string" ? said : JSON.stringify(said)}\n\n`;

/**
 * What arrives together goes on together, and the event loop turns after it: every event costs the SDK many promises, and
 * a burst of a thousand would be one turn.
 */
function cleaner(isShaped: boolean): TransformStream<string, string> {
  let together: (Chunk | string)[] = [];
  let hasReason = false;
  const parser = createParser({
    onEvent(event) {
      // Some servers say that it is done, and not why.
      if (event.data.trim() === "[DONE]" && !hasReason) together.push(done);
      for (const said of readEvent(event, isShaped)) {
        hasReason ||= typeof said === "object" && said.choices.some(({ finish_reason }) => finish_reason !== null);
        together.push(said);
      }
    },
  });
  const pass = async (text: string, controller: TransformStreamDefaultController<string>) => {
    try {
      parser.feed(text);
    } finally {
      const clean = joinChunks(together).map(write).join("");
      together = [];
      if (clean) controller.enqueue(clean);
      // An error would drop what has not been read yet.
      await yieldToEventLoop();
    }
  };
  // The last event may come without its blank line.
  return new TransformStream({ transform: pass, flush: (controller) => pass("\n\n", controller) });
}

/**
 * Passes over what is no part of an answer: named events, empty or null data, keep-alives, a BOM.
 * @returns the stream from its first event that says something
 * @throws {APICallError} when that one is an error; a later one breaks the stream with it
 */
export async function cleanStream(body: ReadableStream<Uint8Array>, isShaped: boolean): Promise<ReadableStream> {
  const events = body
    .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
    .pipeThrough(cleaner(isShaped));
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
