import { createHash } from "node:crypto";
import { manuscriptLimits } from "../contract/limits.ts";
import { toOneLine } from "../contract/text.ts";
import { Refused, unreadable } from "./refused.ts";

export type Form = { name: string; hash: string; bytes: Buffer; fields: Record<string, string> };

async function parse(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { "Content-Type": contentType } }).formData();
  } catch {
    throw new Refused("malformed", "Le corps n’est pas un formulaire multipart/form-data valide.");
  }
}

/** Some browsers send a path, and a name may hold anything. */
const nameOf = (file: File) => toOneLine(file.name.replace(/^.*[/\\]/s, "").toWellFormed()).slice(0, 255);

/** Reads the form of an upload: one `file`, and texts. @throws {Refused} */
export async function readForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<Form> {
  const form = await parse(body, contentType);
  const files = form.getAll("file");
  const [file] = files;
  if (!(file instanceof File)) throw unreadable("attend un fichier, dans un champ de formulaire de ce nom");
  if (files.length > 1) throw unreadable("attend un seul fichier");
  if (file.size > manuscriptLimits.fileBytes) throw new Refused("too_large", "Le fichier dépasse 20 Mio.");
  const bytes = Buffer.from(await file.arrayBuffer());
  const others = [...form].flatMap(([name, value]): [string, string][] =>
    name === "file" || typeof value !== "string" ? [] : [[name, value]],
  );
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { name: nameOf(file), hash, bytes, fields: Object.fromEntries(others) };
}
