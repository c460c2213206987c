import { manuscriptLimits } from "../contract/limits.ts";
import { AppError } from "../errors.ts";
import { readBytes } from "../request-body.ts";
import type { Upload } from "./manuscript.ts";
import { readUpload } from "./read.ts";
import type { Task } from "./threads.ts";

/** The form around the file, with its other fields. */
const formBytes = 128 * 1024;
const maxBytes = manuscriptLimits.fileBytes + formBytes;

const tooLarge = () =>
  new AppError("too_large", "Le fichier dépasse 20 Mio.", [{ path: "file", message: "Le fichier dépasse 20 Mio." }]);

/**
 * Receives a form with a file, up to 20 MiB, without reading anything in it.
 * @throws {AppError} unsupported_media_type or too_large, from the headers where they tell; malformed
 */
export async function receiveForm(request: Request): Promise<Task> {
  const { headers } = request;
  const contentType = headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(contentType.trim()))
    throw new AppError(
      "unsupported_media_type",
      "Le corps doit être un formulaire multipart/form-data, avec le champ file.",
    );
  if ((headers.get("content-encoding") ?? "identity") !== "identity")
    throw new AppError("unsupported_media_type", "Le corps ne doit pas être compressé (Content-Encoding).");
  return { body: await readBytes(request, { maxBytes, tooLarge }), contentType };
}

/** @throws {AppError} as `receiveForm`, and invalid for a file that cannot be read */
export async function receiveUpload(request: Request): Promise<Upload> {
  const { body, contentType } = await receiveForm(request);
  return readUpload(body, contentType);
}
