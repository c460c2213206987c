/** « p. 3 », « fig. 2 », „vgl. Nr. 4“: what a full stop shortens before a number or a name. */
const shortened = /(?<!\p{L})(?:\p{Ll}\.(?=\s+\p{N})|(?:pp|art|fig|vol|chap?|env|cf|éd|ca|vgl|bzw|núm|pág|cap|blz)\.)/u;
/** Matches none of the gaps in « M. Dupont »; a German quotation ends in « .“ », « .« » or « .‘ ». */
const boundary = new RegExp(
  `(?<=[\\p{Ll}\\d\\])*_][.!?…]|[.!?…][\\s\u202f]?[»”)]|[.!?…][“«‘])(?<!${shortened.source})\\s+(?=[\\p{Lu}\\p{N}«“„‚"(—–[*_]|[»›]\\p{Lu})`,
  "gu",
);

/** Keeps the space after each sentence. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: gap, index } of paragraph.matchAll(boundary)) {
    sentences.push(paragraph.slice(start, index + gap.length));
    start = index + gap.length;
  }
  return start < paragraph.length ? [...sentences, paragraph.slice(start)] : sentences;
}

export function upToLastSentence(text: string): string {
  let end = 0;
  for (const { 0: mark, index } of text.matchAll(/[.!?…»][”“«’‘"]?(?=\s|$)/g)) end = index + mark.length;
  return text.slice(0, end);
}

/** German closes „…“ where English opens, and »…« the other way round than French. */
const closing: Record<string, RegExp> = {
  "«": /»/g,
  "“": /”/g,
  "„": /[“”]/g,
  "»": /(?<=\S)«/g,
  '"': /"/g,
};
/** A French « » » that stands alone is followed by a space. */
const opening = /[«“„"]|(?<![^\s([])»(?=\S)/g;

/** `quotations` keep their marks; `rest` has a space in the place of each. */
export function quotationsOf(text: string): { quotations: string[]; rest: string } {
  const quotations: string[] = [];
  const rest: string[] = [];
  let done = 0;
  const missing = new Set<string>();
  for (const { 0: mark, index } of text.matchAll(opening)) {
    const close = closing[mark];
    if (!close || index < done || missing.has(mark)) continue;
    close.lastIndex = index + 1;
    const end = close.exec(text)?.index;
    if (end === undefined) missing.add(mark);
    if (end === undefined || (mark === '"' && text.slice(index, end).includes("\n"))) continue;
    quotations.push(text.slice(index, end + 1));
    rest.push(text.slice(done, index), " ");
    done = end + 1;
  }
  return { quotations, rest: rest.join("") + text.slice(done) };
}
