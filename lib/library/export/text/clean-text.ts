/** All that XML may hold: neither controls, nor halves of a character. */
const illegal = /[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export const cleanText = (text: string): string => text.replace(/\r\n?/g, "\n").replace(illegal, "");

/** For titles and other words of one line: U+202F and U+00A0 stay. */
export const cleanLine = (text: string): string =>
  cleanText(text)
    .replace(/[\t\n ]+/g, " ")
    .trim();

/** Cuts a title where a page has one line for it. */
export function shortTitle(title: string, maxLetters = 70): string {
  const letters = [...title];
  return letters.length > maxLetters
    ? `${letters
        .slice(0, maxLetters - 1)
        .join("")
        .trimEnd()}…`
    : title;
}
