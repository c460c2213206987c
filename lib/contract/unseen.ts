/** Characters that are not seen, or that change how others are: controls, bidi and zero-width ones. U+FE0F is an emoji's. */
const unseen = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Names each such character in its place, as in `⟨U+202E⟩`, where a foreign text stands among ours. */
export const showUnseen = (text: string) =>
  text.replace(unseen, (one) => `⟨U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`);

/** The same for a text of several lines, which stay lines. */
export const showUnseenInLines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.split("\t").map(showUnseen).join("\t"))
    .join("\n");
