import { AppError } from "./errors.ts";

const cutOff = () => new AppError("malformed", "La connexion a été coupée avant la fin du corps.");

/** Next gives a request whose connection has ended meanwhile no body: that is not an empty one. */
const isLost = ({ body, headers }: Request) =>
  body === null && (Number(headers.get("content-length") ?? 0) > 0 || headers.has("transfer-encoding"));

/**
 * Reads a body as the bytes that were sent, up to `limit`. Past that it stops reading, and throws `tooLarge`: the answer
 * must then close the connection, or the socket would swallow the rest.
 * @throws {AppError} malformed, when the connection ended before the body did
 */
export async function readBytes(request: Request, { limit, tooLarge }: { limit: number; tooLarge: () => AppError }) {
  if (isLost(request)) throw cutOff();
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { value, done } = (await reader?.read().catch(() => Promise.reject(cutOff()))) ?? { done: true };
    if (done || !value) break;
    size += value.byteLength;
    // Not cancelled: that would destroy the socket before the answer.
    if (size > limit) throw tooLarge();
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}
