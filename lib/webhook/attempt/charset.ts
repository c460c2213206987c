import { isUtf8 } from "node:buffer";
import type { Exchange } from "../../http-client/request.ts";
import { isEncoded } from "./encoding.ts";

const multibyte = /^(utf-16|shift_jis|gb|big5|euc-|iso-2022)/;

const marks: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** Tells a charset by the byte order mark or, in UTF-16, by the NUL beside an ASCII character. */
function sniff(body: Buffer): string | undefined {
  const marked = marks.find(([mark]) => mark.every((byte, at) => body[at] === byte));
  if (marked) return marked[1];
  if (body.length < 2 || (body[0] === 0) === (body[1] === 0)) return undefined;
  return body[0] === 0 ? "utf-16be" : "utf-16le";
}

function charsetIn(contentType: string): string | undefined {
  const [, label] = /;\s*charset\s*=\s*["']?([^\s"',;]+)/i.exec(contentType) ?? [];
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function isUtf8UpToEnd(body: Buffer): boolean {
  if (isUtf8(body)) return true;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(body, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Servers name a charset of single bytes, or none, for what is UTF-8 all the same: there the bytes decide. */
function charsetOf(body: Buffer, contentType: string): string {
  const sniffed = sniff(body);
  if (sniffed) return sniffed;
  const named = charsetIn(contentType);
  if (named && multibyte.test(named)) return named;
  if (isUtf8UpToEnd(body)) return "utf-8";
  return named === undefined || named === "utf-8" ? "windows-1252" : named;
}

function cut(text: Buffer, maxBytes: number): Buffer {
  let end = Math.min(text.length, maxBytes);
  while (end < text.length && ((text[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return text.subarray(0, end);
}

/** Makes the text of an answer UTF-8, whatever its charset, as much as `maxBytes` hold. A compressed one stays as it came. */
export function toUtf8<Any extends Exchange>(exchange: Any, maxBytes: number): Any {
  const { body, headers = {} } = exchange;
  if (!body || isEncoded(headers)) return exchange;
  const charset = charsetOf(body, headers["content-type"] ?? "");
  const text = new TextDecoder(charset).decode(body, { stream: true });
  const bytes = cut(Buffer.from(text), maxBytes);
  return { ...exchange, body: bytes, truncated: exchange.truncated || bytes.length < Buffer.byteLength(text) };
}
