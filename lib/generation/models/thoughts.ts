import { leading, trailing, ways, wrapped } from "./thought-marks.ts";

const quoting = /[«"“][\s\u202f]*$/;
/** Prose goes on after a mark that it names, where an answer begins anew. */
const goesOn = /^(?:[ \t\u00a0\u202f]+[\p{Ll}(«:;]|[,;:)»]|\.(?!\.))/u;
const indented = /^(?: {4}|\t)/;

/** A book speaks of a mark in code, between quotation marks or in a sentence. */
function isMentioned(before: string, following: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (goesOn.test(following) || indented.test(line + following)) return true;
  const isFenced = (before.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0) % 2 === 1;
  return isFenced || (line.match(/`/g)?.length ?? 0) % 2 === 1 || quoting.test(line);
}

/** `thinking`: no answer has begun. `unopened`: only the end of the thoughts was marked. */
export type Reading = { text: string; thinking: boolean; unopened: boolean };

const after = (text: string, found: RegExpExecArray) => text.slice(found.index + found[0].length).trimStart();

function afterMarked(said: string): string | undefined {
  let text = said;
  for (;;) {
    const opened = ways.find(({ opens }) => opens.test(text));
    if (!opened) return text;
    const end = opened.closes.exec(text.replace(opened.opens, (mark) => " ".repeat(mark.length)));
    if (!end) return undefined;
    text = after(text, end);
  }
}

const closing = ways.flatMap(({ closes, closesAlone }) =>
  closesAlone ? [new RegExp(closes, `${closes.flags}g`)] : [],
);
const maxEnds = 20;

/** Thoughts may speak of their own end: the last one counts. */
function afterUnopened(text: string): string | undefined {
  const ends = closing.flatMap((closes) => [...text.matchAll(closes)].slice(-maxEnds));
  const end = ends
    .filter((found) => !isMentioned(text.slice(0, found.index), text.slice(found.index + found[0].length)))
    .reduce<RegExpExecArray | undefined>((last, found) => (last && last.index > found.index ? last : found), undefined);
  return end && after(text, end);
}

/** A model may think again between two paragraphs. */
function withoutLaterThoughts(text: string): string {
  const marks = /^[ \t]*(?:<(?!details)|\[(?:BEGIN_)?(?:THINK|REASON)|◁)/gim;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const rest = text.slice(mark.index);
    const opened = ways.find(({ opens }) => opens.test(rest));
    if (!opened || isMentioned(text.slice(0, mark.index), "")) continue;
    const end = opened.closes.exec(rest);
    if (indented.test(rest) || (end && isMentioned("", rest.slice(end.index + end[0].length)))) continue;
    const kept = end ? after(rest, end) : "";
    return withoutLaterThoughts(`${text.slice(0, mark.index).trimEnd()}\n\n${kept}`.trimStart());
  }
  return text;
}

export function withoutTrailingMarks(text: string): string {
  for (let inner = text; ; ) {
    const end = inner.trimEnd();
    if (!trailing.test(end)) return inner;
    inner = end.replace(trailing, "").trimEnd();
  }
}

const unwrapped = (text: string) =>
  withoutTrailingMarks(leading.reduce((inner, mark) => inner.replace(mark, ""), text));

/** Some servers leave what a model thought aloud in its text. */
export function withoutThoughts(said: string): Reading {
  const marked = afterMarked(said);
  if (marked === undefined) return { text: "", thinking: true, unopened: false };
  const answer = withoutLaterThoughts(marked);
  const unopened = afterUnopened(answer);
  const rest = unopened ?? answer;
  const text = unwrapped(rest === said ? rest : rest.replace(wrapped, "$2"));
  return { text: text === said ? said : text.trimStart(), thinking: false, unopened: unopened !== undefined };
}
