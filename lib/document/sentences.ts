/** Matches none of the gaps in « M. Dupont » and « p. 3 ». */
const boundary = /(?<=[\p{Ll}\d\])*_][.!?…]|[.!?…][\s\u202f]?[»”)])\s+(?=[\p{Lu}\p{N}«“"(—–[*_])/gu;

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
  for (const { index } of text.matchAll(/[.!?…»](?=\s|$)/g)) end = index + 1;
  return text.slice(0, end);
}

const closing: Record<string, string> = { "«": "»", "“": "”", '"': '"' };

/** `quotations` keep their marks; `rest` has a space in the place of each. */
export function quotationsOf(text: string): { quotations: string[]; rest: string } {
  const quotations: string[] = [];
  const rest: string[] = [];
  let done = 0;
  const missing = new Set<string>();
  for (const { 0: mark, index } of text.matchAll(/[«“"]/g)) {
    const close = closing[mark] ?? mark;
    if (index < done || missing.has(close)) continue;
    const end = text.indexOf(close, index + 1);
    if (end < 0) missing.add(close);
    if (end < 0 || (mark === '"' && text.slice(index, end).includes("\n"))) continue;
    quotations.push(text.slice(index, end + 1));
    rest.push(text.slice(done, index), " ");
    done = end + 1;
  }
  return { quotations, rest: rest.join("") + text.slice(done) };
}
