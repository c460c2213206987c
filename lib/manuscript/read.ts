import type { Outcome, Upload } from "./manuscript.ts";
import { runInThread } from "./threads.ts";

/** Reads the form and its file in a thread. @throws {AppError} invalid, unsupported_media_type, too_large, malformed */
export async function readUpload(body: Uint8Array, contentType: string): Promise<Upload> {
  return (await runInThread<Outcome>("manuscript", { body, contentType })).upload;
}
