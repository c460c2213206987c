import type { Reach } from "../../../http-client/addresses.ts";
import { send } from "../../../http-client/request.ts";

const maxBytes = 1024 * 1024;

/** Nobody but the person names an address beyond this machine. */
const reachOf = (hostname: string): Reach =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(hostname)
    ? { only: "loopback" }
    : { only: "public", allowed: [hostname.replace(/^\[|\]$/g, "")] };

type Request = { body?: object; key?: string | undefined; timeoutMs?: number };

/** Asks a server what it is, by GET unless there is a body. @returns undefined for anything but JSON within bounds */
export async function getJson(url: string, { body, key, timeoutMs = 1500 }: Request = {}): Promise<unknown> {
  const answer = await send({
    url,
    method: body ? "POST" : "GET",
    headers: {
      accept: "application/json",
      ...(body && { "content-type": "application/json" }),
      ...(key && { authorization: `Bearer ${key}` }),
    },
    ...(body && { body: Buffer.from(JSON.stringify(body)) }),
    reach: reachOf(new URL(url).hostname),
    timeoutMs,
    maxBytes,
    fresh: true,
  });
  if (!answer.ok || answer.status !== 200 || answer.truncated) return undefined;
  try {
    return JSON.parse(answer.body.toString("utf8"));
  } catch {
    return undefined;
  }
}
