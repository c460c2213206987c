import { readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bytesOf, RecordedExchange } from "#lib/generation/models/wire/recorded-exchange.ts";
import { type ChatBody, describeBody } from "./exchange.ts";
import type { Script } from "./script.ts";

/** The exchanges that RECORD_MODEL_CALLS has put in a folder, in the order in which they began. */
export const readRecorded = (folder: string): RecordedExchange[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => RecordedExchange.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8"))));

/** Answers with the same head and the same pieces, and ends in the same way. `paced` keeps the time between them, too. */
export async function replay(response: ServerResponse, exchange: RecordedExchange, { paced = false } = {}) {
  const { response: answer, end } = exchange;
  if (!answer) return void response.destroy();
  let at = 0;
  const reach = async (ms: number) => {
    if (paced) await sleep(Math.max(0, ms - at));
    at = ms;
  };
  await reach(answer.head_ms);
  response.writeHead(answer.status, answer.headers).flushHeaders();
  for (const chunk of answer.chunks) {
    await reach(chunk.at_ms);
    if (response.destroyed) return;
    await new Promise((written) => response.write(bytesOf(chunk), written));
  }
  // What we left was still open then, and a server that stays silent is what is seen of it.
  if (end === "left") return;
  if (end === "cut" || exchange.truncated) return void response.destroy();
  response.end();
}

/** Gives each recorded answer once, to the first request of its role and chapter; other requests are answered as usual. */
export function replayed(recordings: RecordedExchange[]): Script {
  const left = recordings.map((recorded) => ({ recorded, asked: describeBody(recorded.request.body as ChatBody) }));
  return ({ role, position }) => {
    const index = left.findIndex(({ asked }) => asked.role === role && asked.position === position);
    const [found] = index < 0 ? [] : left.splice(index, 1);
    return found && { recorded: found.recorded };
  };
}
