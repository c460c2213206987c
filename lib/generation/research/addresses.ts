import { markOf, settleMarks } from "../citations/marks.ts";

/** Matches addresses that Markdown may link by itself, and mail addresses. */
const bareAddress =
  /(?:(?:https?|ftp):\/\/|(?:mailto|xmpp):|www\.)[^\s<>«»"]{1,2000}|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
/** Matches the numbers that articles put behind what they cite: of no use where the article is not. */
const articleNumber = /\[(?:[1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2})*|\^[^\]\s]{1,40})\]/g;

const comparable = (address: string) =>
  address
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/#.*$/, "")
    .replace(/\/$/, "")
    .toLowerCase();

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function withoutPunctuation(found: string): string {
  let unopened = found.split(")").length - found.split("(").length;
  let end = found.length;
  for (; end > 0; end--) {
    const sign = found.charAt(end - 1);
    const closes = sign === ")" && unopened > 0;
    if (closes) unopened -= 1;
    else if (!/[.,;:!?…\]}*_'’]/u.test(sign)) break;
  }
  return found.slice(0, end);
}

/** A removal leaves spaces before a stop and empty brackets. */
export const closeGaps = (text: string): string =>
  text
    .replace(/(?<![ \t\u00a0\u202f])[ \t\u00a0\u202f]*[([{<]\s{0,3}[)\]}>]/g, "")
    .replace(/(?<![ \t])[ \t]+(?=[.,)\]])/g, "")
    .replace(/(?<=\S)[ \t]{2,}(?=\S)/g, " ");

/** Makes pages cited by their marks alone. The citer returns undefined for a text that leads anywhere else. */
export function createPageCiter(pages: { number: number; url: string }[]): (text: string) => string | undefined {
  const known = new Set(pages.map(({ number }) => number));
  const numberOf = new Map(
    pages.flatMap(({ number, url }) => [
      [comparable(url), number],
      [comparable(decoded(url)), number],
    ]),
  );
  return (text) => {
    let strays = /\]\((?!https?:)/i.test(text);
    const addressed = text.replace(bareAddress, (found) => {
      const address = withoutPunctuation(found);
      const number = numberOf.get(comparable(address)) ?? numberOf.get(comparable(decoded(address)));
      strays ||= number === undefined;
      return (number === undefined ? "" : markOf(number)) + found.slice(address.length);
    });
    return strays ? undefined : closeGaps(settleMarks(addressed.replace(articleNumber, ""), known)).trim();
  };
}
