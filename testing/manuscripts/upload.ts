import type { Upload } from "#lib/manuscript/manuscript.ts";
import { readUpload } from "#lib/manuscript/read.ts";

type Fields = Record<string, string>;

export function formOf(file: Uint8Array | string, name: string, fields: Fields = {}): FormData {
  const form = new FormData();
  form.set("file", new File([typeof file === "string" ? file : new Uint8Array(file)], name));
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  return form;
}

/** A request as a browser sends its form. */
export const uploadRequest = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request("http://localhost/api/manuscripts", {
    method: "POST",
    body,
    headers: { Host: "localhost", ...headers },
    duplex: "half",
  } as RequestInit);

/** Reads a file in a thread, as the route does. @throws {AppError} */
export async function readInThread(file: Uint8Array | string, name = "manuscrit"): Promise<Upload> {
  const request = uploadRequest(formOf(file, name));
  return readUpload(new Uint8Array(await request.arrayBuffer()), request.headers.get("content-type") ?? "");
}
