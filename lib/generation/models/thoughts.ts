const names =
  "(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflection|analysis|scratchpad|(?:inner_?)?monologue|cot|réflexion|pensée|raisonnement)";
const special = "(?:thoughts?|think(?:ing)?|reasoning)";
const begins = "(?:begin_of_|start_(?:of_)?|begin_)";
const ends = "(?:end_of_|end_|/)";

const harmonyAnswer = String.raw`(?:final|commentary\s+to=)`;

/** A way of thinking aloud: the thoughts stand between its marks, the answer after them. */
type Way = {
  opens: RegExp;
  closes: RegExp;
  /** Its end says alone that thoughts came before it: some servers keep the opening mark to themselves. */
  closesAlone?: true;
};

const way = (opens: string, closes: string, closesAlone?: true): Way => ({
  opens: new RegExp(String.raw`^\s*(?:${opens})`, "iu"),
  closes: new RegExp(closes, "iu"),
  ...(closesAlone && { closesAlone }),
});

/** The marks of every family of models that were seen in the text of an answer. */
export const ways: Way[] = [
  // DeepSeek, Qwen, MiniMax (`mm:think`), Seed (`seed:think`), and most others.
  way(String.raw`<(?:\w+:)?${names}(?:\s[^>\n]*)?>`, String.raw`</(?:\w+:)?${names}\s*>`, true),
  way(String.raw`<details\s+type="reasoning"[^>\n]*>`, "</details>"),
  // Mistral; a book may begin with a link to [reasoning].
  {
    opens: /^\s*\[(?:BEGIN_)?(?:THINK(?:ING)?|REASONING)\](?!\()/,
    closes: /\[(?:\/|END_)(?:THINK(?:ING)?|REASONING)\](?!\()/,
    closesAlone: true,
  },
  // Kimi.
  way("◁think▷", "◁/think▷", true),
  // Cohere, OpenThinker.
  way(
    String.raw`<\|(?:${begins}${special}|${special}(?:_start|_begin)?)\|>`,
    String.raw`<\|(?:${ends}${special}|${special}_end)\|>`,
    true,
  ),
  // Gemma.
  way(String.raw`<\|channel>\s*\w*|<unused\d+>\s*thought`, String.raw`<channel\|>|<unused\d+>(?!\s*thought)`),
  // Harmony (gpt-oss), where an answer may be a call of a tool; then as servers leave it without its marks.
  way(
    String.raw`(?:<\|start\|>\s*assistant)?\s*<\|channel\|>\s*(?!${harmonyAnswer})\w+`,
    String.raw`<\|channel\|>\s*${harmonyAnswer}[^<]*(?:<\|constrain\|>[^<]*)?<\|message\|>`,
    true,
  ),
  {
    opens: /^\s*(?:assistant)?\s*(?:analysis|commentary)(?=\p{Lu}|\s*\n|\s*assistant)/u,
    closes: /assistant\s*final(?!\p{Ll})/u,
  },
  { opens: /^(?!)/, closes: /assistantfinal(?!\p{Ll})/u, closesAlone: true },
  // Granite, Ollama's console.
  way("here(?: is|[’']s) my thought process:", "here(?: is|[’']s) my response:"),
  way(String.raw`thinking\.{3}\s*\n`, String.raw`\.{3}\s*done thinking\.`),
];

/** What stands around an answer and is no part of it. */
const answerNames = "(?:answer|response|output|final(?:_answer)?|réponse)";
const leading = [
  /^\s*<\|(?:start|im_start)\|>\s*assistant\s*/i,
  new RegExp(String.raw`^\s*(?:<\|channel\|>\s*${harmonyAnswer}[^<]*(?:<\|constrain\|>[^<]*)?)?<\|message\|>\s*`, "i"),
  /^\s*<\|(?:begin_of_|start_(?:of_)?)(?:solution|response|answer|text)\|>\s*/i,
];
const trailing =
  /\s*(?:<\|(?:return|call|end|im_end|eot_id|eom_id|endoftext|end_of_text|end_of_turn|eos|end_of_(?:solution|response)|end_(?:solution|response|text)|assistant|user)\|>|<｜end▁of▁sentence｜>|<\/s>|<end_of_turn>|<turn\|>|<eos>)\s*$/i;
const wrapped = new RegExp(String.raw`^\s*<(${answerNames})>([\s\S]*?)(?:</\1>\s*|$)$`, "iu");

const quoting = /[«"“][\s\u202f]*$/;

/** A mark that a book speaks of stands in code or between quotation marks. */
function isMentioned(before: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1);
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

function afterUnopened(text: string): string | undefined {
  for (const { closes, closesAlone } of ways) {
    const end = closesAlone ? closes.exec(text) : null;
    if (end && !isMentioned(text.slice(0, end.index))) return after(text, end);
  }
  return undefined;
}

/** A model may think again between two paragraphs. */
function withoutLaterThoughts(text: string): string {
  const marks = /^[ \t]*(?:<(?!details)|\[(?:BEGIN_)?(?:THINK|REASON)|◁)/gim;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const rest = text.slice(mark.index);
    const opened = ways.find(({ opens }) => opens.test(rest));
    if (!opened || isMentioned(text.slice(0, mark.index))) continue;
    const end = opened.closes.exec(rest);
    const kept = end ? after(rest, end) : "";
    return withoutLaterThoughts(`${text.slice(0, mark.index).trimEnd()}\n\n${kept}`.trimStart());
  }
  return text;
}

function unwrapped(text: string): string {
  let inner = text;
  for (const mark of leading) inner = inner.replace(mark, "");
  while (trailing.test(inner)) inner = inner.replace(trailing, "");
  return inner;
}

/** Some servers leave what a model thought aloud in its text. */
export function withoutThoughts(said: string): Reading {
  const marked = afterMarked(said);
  if (marked === undefined) return { text: "", thinking: true, unopened: false };
  const answer = withoutLaterThoughts(marked);
  const unopened = marked === said ? afterUnopened(answer) : undefined;
  const rest = unopened ?? answer;
  const text = unwrapped(rest === said ? rest : rest.replace(wrapped, "$2"));
  return { text: text === said ? said : text.trimStart(), thinking: false, unopened: unopened !== undefined };
}

/** A beginning that may still become an opening mark. */
const begun =
  /^\s*(?:[<[◁][^\n>\]▷]*|(?:assistant\s*)?(?:a(?:n(?:a(?:l(?:y(?:s(?:is?)?)?)?)?)?)?|c(?:o(?:m(?:m(?:e\w*)?)?)?)?|assistant?)|thinking\.*|here(?: is|[’']s)? ?[^\n:]{0,25})?$/;

const maxMarkCharacters = 40;

/** Holds back what may become a mark. */
function withoutBegunMark(text: string): string {
  const start = text.lastIndexOf("<");
  const isBegun = start > text.length - maxMarkCharacters && !/[>\n]/.test(text.slice(start));
  return isBegun && start >= 0 ? text.slice(0, start) : text;
}

/** Reading a whole text again at each of its words would take minutes of a long one. */
const someMark = new RegExp(
  [
    ...ways.map(({ closes }) => closes.source),
    String.raw`<\||<[/|]?(?:\w+:)?${names}|</${answerNames}|◁|\[(?:BEGIN_)?(?:THINK|REASON)`,
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
