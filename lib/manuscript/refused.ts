export type RefusalKind = "malformed" | "unsupported_media_type" | "too_large" | "invalid";

/** Why a file is not taken, as a French sentence. */
export class Refused extends Error {
  override name = "Refused";
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The file is of a kind that is read, and cannot be. */
export const unreadable = (why: string) => new Refused("invalid", why);

/** The file is of a kind that is not read. */
export type RefuseKind = (what: string) => Refused;

/** @param readKinds « un DOCX, un Markdown ou un EPUB » */
export const refuseKinds =
  (readKinds: string): RefuseKind =>
  (what) =>
    new Refused("unsupported_media_type", `Le fichier est ${what}\u202f: Sorami lit ${readKinds}.`);
