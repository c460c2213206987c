import { AppError } from "../errors.ts";
import { readBytes } from "../request-body.ts";
import { readOnce } from "./header-values.ts";

const maxBytes = 10 * 1024 * 1024;
const tooLarge = () => new AppError("too_large", "Le corps dépasse 10 Mio.");

/** @throws {AppError} too_large, unsupported_media_type */
export function checkBodyHeaders(headers: Headers): void {
  if (Number(headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if ((readOnce(headers, "content-encoding") || "identity").toLowerCase() !== "identity")
    throw new AppError("unsupported_media_type", "Le corps doit être envoyé sans Content-Encoding.");
  if (readOnce(headers, "content-type")?.split(";")[0]?.trim().toLowerCase() !== "application/json")
    throw new AppError("unsupported_media_type", "Le corps doit être en application/json.");
}

export const readBody = (request: Request): Promise<Uint8Array> => readBytes(request, { maxBytes, tooLarge });

/** @throws {AppError} malformed, when it is not JSON in UTF-8 */
export function parseBody(body: Uint8Array): { text: string; value: unknown } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    return { text, value: JSON.parse(text) };
  } catch {
    throw new AppError("malformed", "Le corps n’est pas du JSON valide en UTF-8.");
  }
}
