import { answerNames, names, ways } from "./thought-marks.ts";
import { type Reading, withoutThoughts, withoutTrailingMarks } from "./thoughts.ts";

/** A beginning that may still become an opening mark. */
const begun =
  /^\s*(?:[<[◁][^\n>\]▷]*|(?:assistant\s*)?(?:a(?:n(?:a(?:l(?:y(?:s(?:is?)?)?)?)?)?)?|c(?:o(?:m(?:m(?:e\w*)?)?)?)?|assistant?)|thinking\.*|(?:here|voici)[^\n:]{0,30})?$/i;

const maxMarkCharacters = 40;

/** Holds back what may become a mark, and those at the end of an answer. */
function withoutBegunMark(text: string): string {
  const end = text.slice(-maxMarkCharacters);
  const start = end.search(/[<[◁][^>\]▷\n]*$/);
  const shown = withoutTrailingMarks(start < 0 ? end : end.slice(0, start));
  return text.slice(0, text.length - end.length) + shown;
}

/** Reading a whole text again at each of its words would take minutes of a long one. */
const someMark = new RegExp(
  [
    ...ways.map(({ closes }) => closes.source),
    String.raw`<[|｜]|\[END FINAL|<[/|]?(?:\w+:)?${names}|</${answerNames}|◁|\[(?:BEGIN_)?(?:THINK|REASON)`,
  ].join("|"),
  "iu",
);
const maxClosingCharacters = 100;
const beginningCharacters = 200;

/** Models seen to answer without unmarked thoughts at the start of their text. */
const trusted = new Set<string>();

/** What was read of an answer so far: `said` counts the characters of all of it, `shown` is no thought. */
export type AnswerPart = { kind: "answer" | "unmarked" | "thoughts"; said: number; text: string; shown: string };

/** A chapter begins with its title, a plan with its object; nobody begins to think with one. */
const answersAtOnce = /^\s*(?:#|\{\s*["}]|\[\s*\{|```)/;

/**
 * The SDK's `extractReasoningMiddleware` is not used: it needs the opening tag, which many servers keep to themselves,
 * and cuts out what a book says between two tags.
 */
export function createAnswerReader(model: string) {
  let said = "";
  let reading = withoutThoughts(said);
  let read = 0;
  const readAll = () => {
    reading = withoutThoughts(said);
    read = said.length;
  };
  const kindOf = ({ text, thinking, unopened }: Reading): AnswerPart["kind"] => {
    if (thinking) return "thoughts";
    const isAnswer = unopened || text.length < said.length || trusted.has(model) || answersAtOnce.test(text);
    return isAnswer && !begun.test(text) ? "answer" : "unmarked";
  };
  return {
    add(delta: string): AnswerPart {
      said += delta;
      const isDue =
        said.length < beginningCharacters || someMark.test(said.slice(-maxClosingCharacters - delta.length));
      if (isDue) readAll();
      else if (!reading.thinking) reading.text += delta;
      const { text } = reading;
      const kind = kindOf(reading);
      return { kind, said: said.length, text, shown: kind === "answer" ? withoutBegunMark(text) : "" };
    },
    /** @param kept the characters of all that was said which are read; the rest is left */
    end(kept = said.length): { text: string; hasThought: boolean } {
      if (kept < said.length) said = said.slice(0, kept);
      if (read !== said.length) readAll();
      if (reading.unopened) trusted.delete(model);
      else trusted.add(model);
      const { text, thinking } = reading;
      return { text, hasThought: thinking || (text.trim() === "" && /\p{L}/u.test(said.replace(/<[^>]*>/g, ""))) };
    },
  };
}
