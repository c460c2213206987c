import { AppError } from "./errors.ts";

const cutOff = () => new AppError("malformed", "La connexion a été coupée avant la fin du corps.");

/** Next sets `body` to null when the client has disconnected, which is not an empty body. */
const isCutOff = ({ body, headers }: Request) =>
  body === null && (Number(headers.get("content-length") ?? 0) > 0 || headers.has("transfer-encoding"));

/**
 * Reads a body as the bytes that were sent. Past `maxBytes` it stops reading and throws `tooLarge`: the answer must then
 * close the connection, or the socket would swallow the rest.
 * @throws {AppError} malformed, when the connection ended before the body did
 */
export async function readBytes(
  request: Request,
  { maxBytes, tooLarge }: { maxBytes: number; tooLarge: () => AppError },
) {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (isCutOff(request)) throw cutOff();
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { value, done } = (await reader?.read().catch(() => Promise.reject(cutOff()))) ?? { done: true };
    if (done || !value) break;
    size += value.byteLength;
    // The reader is not cancelled: that would destroy the socket before the answer.
    if (size > maxBytes) throw tooLarge();
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}
