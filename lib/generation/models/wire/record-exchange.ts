import { type RecordedExchange, toChunk } from "./recorded-exchange.ts";
import { mask, secretsOf, shownOf, shownUrl } from "./secrets-of-request.ts";

const maxBodyCharacters = 1024 * 1024;
const maxAnswerBytes = 4 * 1024 * 1024;

type Piece = { at_ms: number; bytes: string };

/** Secrets are looked for in the whole: one may be split between two pieces. */
function maskPieces(pieces: Piece[], secrets: string[]) {
  const whole = mask(pieces.map(({ bytes }) => bytes).join(""), secrets);
  let from = 0;
  return pieces.map(({ at_ms, bytes }) => {
    const masked = whole.slice(from, from + bytes.length);
    from += bytes.length;
    return toChunk(at_ms, masked);
  });
}

function readBody(body: unknown, secrets: string[]): unknown {
  if (typeof body !== "string") return undefined;
  const text = mask(body.slice(0, maxBodyCharacters), secrets);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Ends when the answer does, or when its reader leaves. */
function observe(
  body: ReadableStream<Uint8Array>,
  { onPiece, onEnd }: { onPiece: (piece: Uint8Array) => void; onEnd: (end: RecordedExchange["end"]) => void },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            onPiece(value);
            return controller.enqueue(value);
          }
          onEnd("complete");
          controller.close();
        } catch (error) {
          onEnd("cut");
          controller.error(error);
        }
      },
      cancel(reason) {
        onEnd("left");
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Fetches as `send` does, and hands on each exchange once it has ended; what is read is not changed. */
export function recordExchanges(send: typeof fetch, keep: (exchange: RecordedExchange) => void): typeof fetch {
  return async (input, init = {}) => {
    const address = input instanceof Request ? input.url : String(input);
    const headers = new Headers(init.headers ?? (input instanceof Request ? input.headers : []));
    const secrets = secretsOf(address, headers);
    const began = performance.now();
    const sinceBegin = () => Math.round(performance.now() - began);
    const asked = {
      recorded_at: new Date().toISOString(),
      request: {
        method: init.method ?? "GET",
        url: mask(shownUrl(address), secrets),
        headers: shownOf(headers),
        body: readBody(init.body, secrets),
      },
    };
    let response: Response;
    try {
      response = await send(input, init);
    } catch (error) {
      keep({ ...asked, end: init.signal?.aborted ? "left" : "unanswered" });
      throw error;
    }
    const { status, statusText } = response;
    const head = { status, headers: shownOf(response.headers), head_ms: sinceBegin() };
    const pieces: Piece[] = [];
    let kept = 0;
    let isTruncated = false;
    const onPiece = (piece: Uint8Array) => {
      const bytes = Buffer.from(piece.subarray(0, maxAnswerBytes - kept)).toString("latin1");
      kept += bytes.length;
      isTruncated ||= bytes.length < piece.byteLength;
      if (bytes !== "") pieces.push({ at_ms: sinceBegin(), bytes });
    };
    const onEnd = (end: RecordedExchange["end"]) =>
      keep({
        ...asked,
        response: { ...head, chunks: maskPieces(pieces, secrets) },
        end: end === "cut" && init.signal?.aborted ? "left" : end,
        ...(isTruncated && { truncated: true }),
      });
    if (!response.body) {
      onEnd("complete");
      return response;
    }
    return new Response(observe(response.body, { onPiece, onEnd }), { status, statusText, headers: response.headers });
  };
}
