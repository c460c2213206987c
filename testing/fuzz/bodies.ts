import fc from "fast-check";

const text = fc.oneof(
  fc.string(),
  fc.constantFrom("", "\0", "\ud800", "é".repeat(3000), "https://x.test/", "2025-01-01T00:00:00Z"),
);
const field = fc.constantFrom(
  ...[
    "topic",
    "goal",
    "title",
    "chapters",
    "jobId",
    "webhookUrl",
    "url",
    "secret",
    "enabled",
    "environment",
    "headers",
  ],
  ...[
    "job_id",
    "status",
    "timestamp",
    "book_data",
    "filter",
    "endpoint_id",
    "__proto__",
    "max_cost",
    "outline",
    "name",
  ],
);
export const bodies = fc.oneof(
  fc.constant(Buffer.alloc(0)),
  fc
    .constantFrom(
      "{}",
      "null",
      "[]",
      "{",
      '"',
      "[".repeat(20_000),
      `{"a":${"[".repeat(3000)}${"]".repeat(3000)}}`,
      "\ufeff{}",
    )
    .map(Buffer.from),
  fc
    .dictionary(field, fc.oneof(text, fc.jsonValue(), fc.constantFrom("completed", "failed", true, 1e308)), {
      maxKeys: 6,
    })
    .map((body) => Buffer.from(JSON.stringify(body))),
  fc.uint8Array({ maxLength: 2000 }).map(Buffer.from),
  fc.integer({ min: 1, max: 300_000 }).map((length) => Buffer.alloc(length, "x")),
);

export const framings = fc.constantFrom(
  "right",
  "right",
  "right",
  "right",
  "chunked",
  "short",
  "long",
  "none",
  "both",
  "twice",
  "negative",
  "cut chunk",
);

export function frame(body: Buffer, framing: string): { lines: string[]; body: Buffer } {
  const length = (bytes: number) => `Content-Length: ${bytes}`;
  const chunk = Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n")]);
  const chunked = "Transfer-Encoding: chunked";
  const end = Buffer.from("0\r\n\r\n");
  if (framing === "none" || (framing === "right" && body.length === 0)) return { lines: [], body: Buffer.alloc(0) };
  if (framing === "chunked") return { lines: [chunked], body: body.length > 0 ? Buffer.concat([chunk, end]) : end };
  if (framing === "cut chunk") return { lines: [chunked], body: chunk.subarray(0, chunk.length >> 1) };
  if (framing === "short") return { lines: [length(body.length >> 1)], body };
  if (framing === "long") return { lines: [length(body.length + 10)], body };
  if (framing === "both") return { lines: [length(body.length), chunked], body };
  if (framing === "twice") return { lines: [length(body.length), length(body.length + 1)], body };
  return { lines: [length(framing === "negative" ? -1 : body.length)], body };
}
