import type { ManuscriptType } from "../contract/manuscript.ts";
import { type Archive, locked, openArchive } from "./archive.ts";
import { type RefuseKind, refuseKinds, unreadable } from "./refused.ts";

export type Format =
  | { type: Exclude<ManuscriptType, "markdown">; archive: Archive }
  | { type: "markdown"; text: string };

const startsWith = (bytes: Buffer, start: string) => bytes.subarray(0, start.length).toString("latin1") === start;

/** Word keeps a document that has a password in a file of its old kind, in a stream of this name. */
const encryptedPackage = Buffer.from("EncryptedPackage", "utf16le");

function refuseKnown(bytes: Buffer, unknownKind: RefuseKind): void {
  if (startsWith(bytes, "%PDF-")) throw unknownKind("un PDF");
  if (startsWith(bytes, "{\\rtf")) throw unknownKind("un RTF");
  if (!startsWith(bytes, "\xd0\xcf\x11\xe0")) return;
  if (bytes.includes(encryptedPackage)) throw locked();
  throw unknownKind("un document de l’ancien format de Word (.doc)");
}

const isControl = (byte: number) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d].includes(byte);

function decodeText(bytes: Buffer, unknownKind: RefuseKind): string {
  const marked = startsWith(bytes, "\xff\xfe") ? "utf-16le" : startsWith(bytes, "\xfe\xff") ? "utf-16be" : "utf-8";
  if (marked === "utf-8" && bytes.includes(0)) throw unknownKind("d’un type inconnu");
  try {
    return new TextDecoder(marked, { fatal: true }).decode(bytes);
  } catch {
    // A text in another encoding has no controls; a picture, a sound or a program does.
    if (bytes.some(isControl)) throw unknownKind("d’un type inconnu");
    throw unreadable("Le texte n’est pas en UTF-8\u202f: enregistrez-le dans ce codage, puis réessayez.");
  }
}

async function formatOfArchive(archive: Archive, unknownKind: RefuseKind): Promise<Format> {
  const readStart = async (name: string) => (archive.has(name) ? (await archive.read(name)).toString("utf8") : "");
  const mimetype = (await readStart("mimetype")).trim();
  if (mimetype === "application/epub+zip" || archive.has("META-INF/container.xml")) return { type: "epub", archive };
  const types = await readStart("[Content_Types].xml");
  if (/wordprocessingml\.[a-z]+\.main\+xml|ms-word\.[a-z]+\.macroEnabled[a-z]*\.main\+xml/i.test(types))
    return { type: "docx", archive };
  if (mimetype.startsWith("application/vnd.oasis.opendocument.text"))
    throw unknownKind("un document OpenDocument (.odt)");
  throw unknownKind("une archive d’un autre type");
}

/**
 * Tells what a file is by what is in it, whatever its name.
 * @param readKinds what is read, for the sentence that refuses another kind
 * @throws {Refused}
 */
export async function formatOf(bytes: Buffer, readKinds: string): Promise<Format> {
  const unknownKind = refuseKinds(readKinds);
  if (bytes.length === 0) throw unreadable("Le fichier est vide.");
  if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06"))
    return formatOfArchive(await openArchive(bytes), unknownKind);
  refuseKnown(bytes, unknownKind);
  const text = decodeText(bytes, unknownKind);
  if (/^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(text.slice(0, 1000)))
    throw unknownKind("une page web");
  return { type: "markdown", text };
}
