import type { AttemptView } from "#lib/contract/delivery.ts";

/** Quotes a text so that a POSIX shell hands it over unchanged. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * The request of an attempt as a command: the same method, address, headers (secrets masked) and bytes. They come
 * from the shell's own `printf`: an argument of a program may have 128 KiB, and a book has more.
 */
export function curlOf({ url, request_headers }: AttemptView, body: string): string {
  const headers = Object.entries(request_headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const curl = [`curl -i -X POST ${quoted(url)}`, ...headers, "--data-binary @-"].join(" \\\n  ");
  return `printf %s ${quoted(body)} |\n  ${curl}`;
}
