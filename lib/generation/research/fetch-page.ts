import { env } from "../../env.ts";
import { ipLiteral, type Reach } from "../../http-client/addresses.ts";
import { send } from "../../http-client/request.ts";

const maxBytes = 3 * 1024 * 1024;
const maxRedirects = 4;

/** `url` is the address after all redirects. */
export type Page = { url: string; bytes: Uint8Array; charset: string | undefined; html: boolean };

export function webAddress(text: string, base?: string): URL | undefined {
  const url = URL.parse(text, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.href.length > 1000)
    return undefined;
  url.hash = "";
  return url;
}

/** Limits pages to the public Internet, except on the services that the operator chose. */
function reachOf(url: URL): Reach {
  const { WIKIPEDIA_BASE_URL, SERPER_BASE_URL } = env();
  const own = [WIKIPEDIA_BASE_URL, SERPER_BASE_URL].some((base) => base && new URL(base).origin === url.origin);
  return { only: "public", ...(own && { allowed: [ipLiteral(url.hostname) ?? url.hostname] }) };
}

function kindOf({ "content-type": type = "", "content-encoding": encoding = "identity" }: Record<string, string>) {
  // Never decompressed: a few bytes could become any number.
  if (encoding !== "identity") return undefined;
  const media = /^\s*(text\/html|application\/xhtml\+xml|text\/plain)\s*(?:;|$)/i.exec(type)?.[1]?.toLowerCase();
  if (!media) return undefined;
  return { html: media !== "text/plain", charset: /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1] };
}

/** Checks each redirect like the first address. */
export async function fetchPage(
  address: string,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Page | undefined> {
  const deadline = performance.now() + timeoutMs;
  let url = webAddress(address);
  for (let hops = 0; url && hops <= maxRedirects; hops++) {
    const left = Math.max(1, deadline - performance.now());
    const headers = { Accept: "text/html, text/plain;q=0.5", "Accept-Encoding": "identity", "User-Agent": "Sorami" };
    const request = { url: url.href, method: "GET" as const, headers, timeoutMs: left, maxBytes, signal };
    const answer = await send({ ...request, reach: reachOf(url) });
    if (!answer.ok || answer.truncated) return undefined;
    if (answer.status === 200) {
      const kind = kindOf(answer.headers);
      return kind && { url: url.href, bytes: answer.body, ...kind };
    }
    if (![301, 302, 303, 307, 308].includes(answer.status)) return undefined;
    url = webAddress(answer.headers.location ?? "", url.href);
  }
  return undefined;
}
