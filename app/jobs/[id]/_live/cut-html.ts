/** Tags, quoted attributes included; character references; anything else is a letter. */
const token = /<(?:"[^"]*"|[^">])*>|&[a-z0-9#]{1,31};|[^<&]|[<&]/giu;
const empty = /^<(?:br|hr|img)\b/i;

/** The letters that a page shows of some HTML of the server's. */
export function lettersOf(html: string): number {
  let letters = 0;
  for (const [found] of html.matchAll(token)) if (!found.startsWith("<")) letters += 1;
  return letters;
}

/** Cuts well-formed HTML after a number of letters, and closes its open tags. */
export function cutHtml(html: string, letters: number): string {
  const open: string[] = [];
  let left = letters;
  for (const { 0: found, index } of html.matchAll(token)) {
    if (found.startsWith("</")) open.pop();
    else if (found.startsWith("<")) {
      const name = /^<([a-z0-9]+)/i.exec(found)?.[1];
      if (name && !empty.test(found)) open.push(name);
    } else if (left === 0) {
      const closed = open.toReversed().map((name) => `</${name}>`);
      return html.slice(0, index) + closed.join("");
    } else left -= 1;
  }
  return html;
}
