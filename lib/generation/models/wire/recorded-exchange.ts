import { z } from "zod";

/** A piece of the answer as it came; in base64 where its bytes alone are no UTF-8. */
const Chunk = z.object({ at_ms: z.number(), text: z.string().optional(), base64: z.string().optional() });
export type Chunk = z.infer<typeof Chunk>;

/** One request to a model's server and what came back, without anything that opens a door. */
export const RecordedExchange = z.object({
  recorded_at: z.string(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    /** JSON as it was sent, else a text. */
    body: z.unknown(),
  }),
  /** Absent when no answer came. */
  response: z
    .object({
      status: z.number().int(),
      headers: z.record(z.string(), z.string()),
      /** From the request to the head of the answer. */
      head_ms: z.number(),
      chunks: z.array(Chunk),
    })
    .optional(),
  /** `cut`: the server or the network ended it; `left`: we did. */
  end: z.enum(["complete", "cut", "left", "unanswered"]),
  /** The answer was longer than what is kept of it. */
  truncated: z.literal(true).optional(),
});
export type RecordedExchange = z.infer<typeof RecordedExchange>;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @param bytes as a string of one character each */
export function toChunk(at_ms: number, bytes: string): Chunk {
  const buffer = Buffer.from(bytes, "latin1");
  try {
    return { at_ms, text: decoder.decode(buffer) };
  } catch {
    return { at_ms, base64: buffer.toString("base64") };
  }
}

export const bytesOf = ({ text, base64 }: Chunk): Buffer =>
  text === undefined ? Buffer.from(base64 ?? "", "base64") : Buffer.from(text, "utf8");
