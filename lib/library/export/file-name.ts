export function slugOf(title: string): string {
  const ascii = title.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("Œ", "OE");
  const slug = ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80);
  return slug.replace(/^-+|-+$/g, "") || "livre";
}

/** UTF-8 bytes of a name, its extension not counted: file systems take 255 of a whole name. */
const maxNameBytes = 200;

/** Windows takes these for devices, whatever their extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function shorten(name: string): string {
  const { read } = new TextEncoder().encodeInto(name, new Uint8Array(maxNameBytes));
  return name.slice(0, read);
}

/** Takes out what a file system refuses, and what would hide the file or turn its name around. */
function safeName(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff/\\:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+/, "");
  const short = shorten(name).replace(/[. ]+$/, "");
  return device.test(short) ? `_${short}` : short;
}

/** The header that makes a browser save it, under the title's own letters where it understands them (RFC 6266). */
export function attachment(title: string, extension: string): string {
  const full = `${safeName(title) || "livre"}.${extension}`;
  const encoded = encodeURIComponent(full).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${slugOf(title)}.${extension}"; filename*=UTF-8''${encoded}`;
}
