/** All that XML may hold: neither controls, nor halves of a character. */
const illegal = /[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export const cleanText = (text: string): string => text.replace(/\r\n?/g, "\n").replace(illegal, "");

/** For titles and other words of one line: U+202F and U+00A0 stay. */
export const cleanLine = (text: string): string =>
  cleanText(text)
    .replace(/[\t\n ]+/g, " ")
    .trim();
