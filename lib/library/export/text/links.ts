const protocols = new Set(["http:", "https:", "mailto:"]);

/** Some readers open no longer one, and a text may hold one of a megabyte. */
const maxCharacters = 2000;

/** Leaves what RFC 3986 lets stand in a part of an address, and writes the rest, a sign of percent included, as it asks. */
const strictly = (part: string) =>
  part.replace(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (sign) => encodeURIComponent(sign)).replace(/%(?![\da-f]{2})/gi, "%25");

/** @returns the address that a link of the file leads to; undefined for what is not on the Web, as an anchor or a script */
export function addressOf(written: string): string | undefined {
  const absolute = written.startsWith("//") ? `https:${written}` : written;
  if (absolute.length > maxCharacters || !URL.canParse(absolute)) return undefined;
  const { protocol, origin, pathname, search, hash } = new URL(absolute.toWellFormed());
  if (!protocols.has(protocol)) return undefined;
  const start = protocol === "mailto:" ? protocol : origin;
  return `${start}${strictly(pathname + search)}${hash && `#${strictly(hash.slice(1))}`}`;
}
