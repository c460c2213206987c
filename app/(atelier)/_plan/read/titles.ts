import { splitBold, withoutBold } from "./bold.ts";

export type TitleAndText = { title: string; text: string };

const fewestWords = { sentence: 4, long: 12 };
const longText = 120;
const countWords = (text: string) => text.split(/\s+/, fewestWords.long).length;

/** Tells a text from a title: « On y apprend d’où il vient. » */
export const isSentence = (text: string) =>
  text.length > longText || (/[^.]\.(?:\s?»|[)"”])?$/.test(text) && countWords(text) >= fewestWords.sentence);

/** Tells what follows a colon from the second half of a title: « Le sel : une histoire ». */
const isText = (text: string) => isSentence(text) || countWords(text) >= fewestWords.long;

const separator = /^\s*[:–—-]+\s*/;
const between = /\s*:\s+|\s+[–—]\s+/;
const longestTitle = 120;

function splitAtSign(text: string): TitleAndText | undefined {
  const start = text.slice(0, longestTitle);
  const found = between.exec(start);
  if (!found || found.index === 0) return undefined;
  const rest = text.slice(found.index + found[0].length);
  return isText(rest) ? { title: text.slice(0, found.index), text: rest } : undefined;
}

function splitAtBold(text: string): TitleAndText | undefined {
  const bold = splitBold(text);
  if (!bold || bold.tail.trim() === "") return undefined;
  const isLed = separator.test(bold.tail) || /:\s*$/.test(bold.head);
  return isLed ? { title: bold.head.replace(/\s*:\s*$/, ""), text: bold.tail.replace(separator, "") } : undefined;
}

function splitAtTab(text: string): TitleAndText | undefined {
  const [title = "", ...cells] = text.split("\t").map((cell) => cell.trim());
  return title !== "" && cells.length > 0 ? { title, text: cells.filter((cell) => cell !== "").join("\n") } : undefined;
}

/** Splits a line that says what its chapter is about after the title. */
export function splitTitle(line: string): TitleAndText {
  const { title, text } = splitAtTab(line) ?? splitAtBold(line) ?? splitAtSign(line) ?? { title: line, text: "" };
  return { title: withoutBold(title), text: withoutBold(text) };
}
