const anywhere = /<(?:think|thinking|thought|reasoning)>|\[THINK\]/;
const opening = new RegExp(`^\\s*(?:${anywhere.source})`);
const closing = /<\/(?:think|thinking|thought|reasoning)>|\[\/THINK\]/;
/** A beginning that may still become an opening tag. */
const begun = /^\s*(?:<[a-z]*|\[[A-Z]*)?$/;
const quoting = /[«"“][\s\u202f]*$/;

/** `thinking`: no answer has begun. `unopened`: only the end of the thoughts was marked. */
type Reading = { text: string; thinking: boolean; unopened: boolean };

/** A tag that a book speaks of stands in code or between quotation marks. */
function isMentioned(before: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1 || quoting.test(line);
}

/** Some servers leave what a model thought aloud in its text. */
export function withoutReasoning(said: string): Reading {
  let text = said;
  while (opening.test(text)) {
    const end = closing.exec(text);
    if (!end) return { text: "", thinking: true, unopened: false };
    text = text.slice(end.index + end[0].length).trimStart();
  }
  const end = text === said ? closing.exec(text) : null;
  const before = text.slice(0, end?.index ?? 0);
  if (!end || anywhere.test(before) || isMentioned(before)) return { text, thinking: false, unopened: false };
  return { text: text.slice(end.index + end[0].length).trimStart(), thinking: false, unopened: true };
}

/** Models seen to answer without unmarked thoughts at the start of their text. */
const trusted = new Set<string>();

/**
 * The SDK's `extractReasoningMiddleware` is not used: it needs the opening tag, which many servers keep to themselves,
 * and cuts out what a book says between two tags.
 */
export function createAnswerReader(model: string) {
  let said = "";
  let reading = withoutReasoning(said);
  return {
    /** @returns nothing as long as the text may turn out to be thought */
    add(delta: string): string {
      said += delta;
      if (/[>\]]/.test(delta)) reading = withoutReasoning(said);
      else if (!reading.thinking) reading.text += delta;
      const { text, thinking, unopened } = reading;
      // A chapter begins with its title; nobody begins to think with one.
      const isAnswer = unopened || text.length < said.length || trusted.has(model) || /^\s*#/.test(text);
      return thinking || begun.test(text) || !isAnswer ? "" : text;
    },
    end(): Reading {
      if (reading.unopened) trusted.delete(model);
      else trusted.add(model);
      return reading;
    },
  };
}
