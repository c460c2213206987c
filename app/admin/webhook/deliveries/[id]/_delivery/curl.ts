import type { AttemptView } from "#lib/contract/delivery.ts";

/** Text that a POSIX shell hands over unchanged. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The request of an attempt as a command: the same method, address, headers (secrets masked) and bytes. */
export function curlOf({ url, request_headers }: AttemptView, body: string): string {
  const headers = Object.entries(request_headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  return [`curl -i -X POST ${quoted(url)}`, ...headers, `--data-raw ${quoted(body)}`].join(" \\\n  ");
}
