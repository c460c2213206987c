import { isDeepStrictEqual } from "node:util";
import { APICallError } from "@ai-sdk/provider";
import { logger } from "../../../logger.ts";
import { isExplained } from "../explanations.ts";
import { readChunk, readFault } from "./chunk.ts";
import { type Body, concede } from "./concede.ts";
import { type Concession, frenchOf } from "./concession.ts";
import { cleanStream } from "./events.ts";
import type { Memory } from "./memory.ts";
import { modelFetch } from "./model-fetch.ts";
import { asksForObject, concessionsTo, everyConcession } from "./refusals.ts";
import { isOfPrompt } from "./refused-bound.ts";

const parse = (text: unknown): unknown => {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

const errorOf = ({ status, body }: { status: number; body: string }) =>
  new Response(body, { status, headers: { "content-type": "application/json" } });

const eventStream = { "content-type": "text/event-stream" };

/** An answer that came whole, as a stream: some servers and gateways ignore `stream: true`. */
async function readWhole(response: Response, isShaped: boolean): Promise<Response> {
  const text = await response.text();
  const { status, headers } = response;
  if (/^\ufeff?\s*(?:data|event|id|retry)?:/.test(text))
    return readStream(new Response(text, { status, headers: eventStream }), isShaped);
  const said = parse(text);
  const fault = said === undefined ? undefined : readFault(said);
  if (fault) return errorOf(fault);
  const chunk = readChunk(said, isShaped);
  // An object of another kind tells what went wrong.
  if (!chunk && said !== undefined) return errorOf({ status: 500, body: text });
  if (!chunk) return new Response(text, { status, headers });
  const choices = chunk.choices.map((choice) => ({ finish_reason: "stop", ...withoutNull(choice) }));
  return new Response(`data: ${JSON.stringify({ ...chunk, choices })}\n\ndata: [DONE]\n\n`, { headers: eventStream });
}

const withoutNull = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

async function readStream(response: Response, isShaped: boolean): Promise<Response> {
  if (!response.body) return response;
  try {
    return new Response(await cleanStream(response.body, isShaped), { headers: eventStream });
  } catch (error) {
    if (!APICallError.isInstance(error)) throw error;
    return errorOf({ status: error.statusCode ?? 500, body: error.responseBody ?? "" });
  }
}

type Sending = { chat: boolean; isShaped: boolean; transport: typeof fetch };

/** `chat`: the server speaks the protocol of chat completions, in whatever way. */
async function send(input: RequestInfo | URL, init: RequestInit, options: Sending) {
  const response = await options.transport(input, init);
  if (!options.chat || !response.ok) return response;
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  return isStream ? readStream(response, options.isShaped) : readWhole(response, options.isShaped);
}

/** Other statuses say that something else than the request is at fault. */
const mayRefuse = (status: number) => [400, 404, 405, 406, 415, 422, 500, 501].includes(status);
const maxConcessions = 8;
const maxWordsCharacters = 20_000;

/** What a refusal that names no part of the request may still be about. */
const isUnexplained = (status: number, said: string) =>
  (status === 400 || status === 422 || /parameter/i.test(said)) && !isExplained(said);

type Wire = { model: string; memory: Memory; chat: boolean; transport?: typeof fetch };

/** Asks a server that refuses a part of a request again at once, without it, and remembers what then worked. */
export function createWireFetch({ model, memory, chat, transport = modelFetch }: Wire): typeof fetch {
  const keep = async (found: Concession[]) => {
    if (found.length === 0) return;
    logger.warn(`🔧 ${model} refuse une partie de nos demandes : interrogé désormais ${frenchOf(found)}`);
    await memory.add(found);
  };
  return async (input, init = {}) => {
    const body = parse(init.body) as Body | undefined;
    if (!body) return modelFetch(input, init);
    const options = { chat, isShaped: asksForObject(body), transport };
    const conceded: Concession[] = await memory.read();
    const found: Concession[] = [];
    for (let round = 0; ; round++) {
      const asked = concede(body, conceded);
      const response = await send(input, { ...init, body: JSON.stringify(asked) }, options);
      if (response.ok) await keep(found);
      if (response.ok || !mayRefuse(response.status) || round >= maxConcessions) return response;
      const said = await response.text();
      const words = said.slice(0, maxWordsCharacters);
      const named = concessionsTo(words, asked);
      const less = named.length === 0 && isUnexplained(response.status, words) ? everyConcession(asked) : named;
      const fresh = less.filter((one) => !conceded.some((other) => isDeepStrictEqual(one, other)));
      if (fresh.length === 0) return new Response(said, response);
      conceded.push(...fresh);
      if (!isOfPrompt(words)) found.push(...fresh);
    }
  };
}
