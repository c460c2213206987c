import yauzl, { type Entry, type ZipFile } from "yauzl";
import { bounds } from "./bounds.ts";
import { Refused, unreadable } from "./refused.ts";

/** The files of a zip, each inflated when it is asked for. */
export type Archive = {
  names: string[];
  has: (name: string) => boolean;
  /** @throws {Refused} when it is not there, or what was inflated is more than a book can be */
  read: (name: string, maxBytes?: number) => Promise<Buffer>;
  /** What its table says; nothing is decided by it alone. */
  sizeOf: (name: string) => number;
};

const broken = "Le fichier est abîmé ou incomplet\u202f: enregistrez-le de nouveau, puis réessayez.";
const encrypted = "Le fichier est chiffré ou protégé par un mot de passe\u202f: retirez la protection, puis réessayez.";
const outside = "Le fichier contient un chemin qui sort de son archive\u202f: il n’est pas lu.";
const bomb = "Le fichier, une fois décompressé, est plus gros que ne peut l’être un livre.";
export const locked = () => unreadable(encrypted);

const isOutside = (error: unknown) => error instanceof Error && /path|characters in fileName/i.test(error.message);

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > bounds.entries) throw unreadable(bomb);
    if (entry.isEncrypted()) throw locked();
    if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
  }
  return entries;
}

/** @throws {Refused} when it is no whole zip, is encrypted, has too many entries or a path outside */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
    const entries = await listEntries(zip);
    let inflated = 0;
    const inflate = async (entry: Entry, maxBytes: number): Promise<Buffer> => {
      const pieces: Buffer[] = [];
      let size = 0;
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        size += piece.length;
        inflated += piece.length;
        if (size > maxBytes || inflated > bounds.inflatedBytes) throw unreadable(bomb);
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    };
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(name),
      sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
      async read(name, maxBytes = bounds.documentBytes) {
        const entry = entries.get(name);
        if (!entry) throw unreadable(`Il manque au fichier une de ses parties\u202f: ${name}.`);
        return inflate(entry, maxBytes).catch((error) => Promise.reject(asRefused(error)));
      },
    };
  } catch (error) {
    throw asRefused(error);
  }
}

const asRefused = (error: unknown): Refused =>
  error instanceof Refused ? error : unreadable(isOutside(error) ? outside : broken);
