const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const maxSnippetCharacters = 1000;

/** Providers mark the words they found in HTML. */
export const plainSnippet = (html: string): string =>
  html
    .slice(0, maxSnippetCharacters)
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, "")
    .replace(/&(?:#(\d{1,6})|(amp|lt|gt|quot|apos|nbsp));/g, (found, code: string | undefined, name: string) =>
      code === undefined ? (named[name] ?? found) : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    )
    .replace(/\s+/g, " ")
    .trim();
