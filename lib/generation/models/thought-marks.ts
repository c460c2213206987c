export const names =
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

const never = /^(?!)/;

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
  // Solar.
  way(String.raw`(?:<\|begin\|>\s*assistant\s*)?<\|think\|>`, String.raw`<\|content\|>|<\|(?:/|end_)think\|>`, true),
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
    String.raw`(?:<\|start\|>\s*assistant\s*)?(?:<\|channel\|>\s*(?!${harmonyAnswer})\w+|(?:analysis|commentary)(?=<\|message))`,
    String.raw`<\|channel\|>\s*${harmonyAnswer}[^<]*(?:<\|constrain\|>[^<]*)?<\|message\|>`,
    true,
  ),
  {
    opens: /^\s*(?:assistant\s*)?(?:analysis|commentary)(?=\p{L}|\s*\n|\s*assistant)/u,
    closes: /assistantfinal|assistant\s+final(?!\p{Ll})/u,
  },
  { opens: never, closes: /assistantfinal(?!\p{Ll})/u, closesAlone: true },
  // Granite, Ollama's console.
  way("here(?: is|[’']s) my thought process:", "here(?: is|[’']s) my response:"),
  {
    opens: never,
    closes: /^\s*voici (?:mon raisonnement|ma réflexion)\s*:[\s\S]*?\n\s*voici ma réponse\s*:/iu,
    closesAlone: true,
  },
  // Apriel.
  way("here are my reasoning steps:", String.raw`\[BEGIN FINAL RESPONSE\]`, true),
  way(String.raw`thinking\.{3}\s*\n`, String.raw`\.{3}\s*done thinking\.`),
];

/** What stands around an answer and is no part of it. */
export const answerNames = "(?:answer|response|output|final(?:_answer)?|réponse)";
export const leading = [
  /^\s*<\|(?:start|im_start|begin)\|>\s*assistant\s*/i,
  /^\s*<\|content\|>\s*/i,
  new RegExp(String.raw`^\s*(?:<\|channel\|>\s*${harmonyAnswer}[^<]*(?:<\|constrain\|>[^<]*)?)?<\|message\|>\s*`, "i"),
  /^\s*<\|(?:begin_of_|start_(?:of_)?)(?:solution|response|answer|text|box)\|>\s*/i,
];
export const trailing =
  /(?:<\|(?:return|call|end|im_end|eot_id|eom_id|endoftext|end_of_text|end_of_turn|eos|end_of_(?:solution|response|box)|end_(?:solution|response|text)|assistant|user)\|>|<｜end▁of▁sentence｜>|<\/s>|<end_of_turn>|<turn\|>|<eos>|\[END FINAL RESPONSE\])$/i;
export const wrapped = new RegExp(String.raw`^\s*<(${answerNames})>([\s\S]*?)(?:</\1>\s*|$)$`, "iu");
