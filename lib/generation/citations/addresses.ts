/** Matches addresses that Markdown may link by itself, and mail addresses. */
const bareAddress =
  /(?:(?:https?|ftp):\/\/|(?:mailto|xmpp):|www\.)[^\s<>«»"]{1,2000}|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;

const comparable = (address: string) =>
  address
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/#.*$/, "")
    .replace(/\/$/, "")
    .toLowerCase();

export function byAddress(sources: { number: number; url: string }[]): (address: string) => number | undefined {
  const known = new Map(
    sources.flatMap(({ number, url }) => [
      [comparable(url), number],
      [comparable(decoded(url)), number],
    ]),
  );
  return (address) => known.get(comparable(address)) ?? known.get(comparable(decoded(address)));
}

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

export function settleAddresses(text: string, markAt: (address: string) => string): string {
  return text.replace(bareAddress, (found) => {
    const address = withoutPunctuation(found);
    return markAt(address) + found.slice(address.length);
  });
}
