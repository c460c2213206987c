/** Bounded, so that a line of thousands of stars is not read over and over. */
const bold = /\*\*(?=\S)([^*]{1,400}?)(?<=\S)\*\*/g;
const boldHead = /^\*\*(?=\S)([^*]{1,400}?)(?<=\S)\*\*/;

export const withoutBold = (text: string) => text.replace(bold, "$1");

/** Splits off what a line begins with in bold: « **Le sel** : d’où il vient ». */
export function splitBold(text: string): { head: string; tail: string } | undefined {
  const found = boldHead.exec(text);
  return found?.[1] === undefined ? undefined : { head: found[1], tail: text.slice(found[0].length) };
}
