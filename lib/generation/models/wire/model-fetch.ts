import { Agent, Dispatcher1Wrapper } from "undici";
import { yieldToEventLoop } from "../../../yield.ts";
import { Failure } from "../../failure.ts";
import { recorded } from "./recordings.ts";

/** A stream takes some 300 bytes for each token of an answer and of the thoughts before it. */
const maxAnswerBytes = 32 * 1024 * 1024;

/**
 * Counts bytes as `fetch` has opened them: what is not asked for is not inflated. The event loop turns after each chunk,
 * since the streams that follow read all of a burst within one turn.
 */
function bounded(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    async transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes <= maxAnswerBytes) {
        controller.enqueue(chunk);
        return yieldToEventLoop();
      }
      const sizeMiB = maxAnswerBytes / (1024 * 1024);
      controller.error(new Failure("unreadable", `La réponse du modèle dépasse ${sizeMiB} Mio.`));
    },
  });
}

/** How long an answer may be awaited is the asker's to say: `fetch` would give up after five minutes in a server's queue. */
const dispatcher = new Dispatcher1Wrapper(new Agent({ headersTimeout: 0, bodyTimeout: 0 }));

/**
 * Takes 32 MiB of an answer at most. `fetch` would follow a redirect to any host, with the key that a provider takes in its
 * own header.
 */
export const modelFetch: typeof fetch = async (input, init) => {
  const response = await recorded(fetch)(input, { ...init, redirect: "manual", dispatcher } as RequestInit);
  if (!response.body) return response;
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(bounded()), { status, statusText, headers });
};
