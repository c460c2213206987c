/** What is compared as a whole: a word, a number, a mark; a character where a language has no spaces. */
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}]{1,40}|\p{N}{1,40}|[^\s\p{L}\p{M}\p{N}]/gu;
const maxTokenCharacters = 40;
const open = /[\p{L}\p{M}\p{N}\ud800-\udbff]$/u;

/** `start` and `end` are places in the whole text; `gap` is the white space before it. */
export type Token = { text: string; start: number; end: number; gap: string };

/** Cuts a text into tokens while it comes, the same however it comes: its last word is held back until it is whole. */
export function createTokenizer() {
  let pending = "";
  let offset = 0;
  let gap = "";
  return (delta: string): Token[] => {
    pending += delta;
    const tokens: Token[] = [];
    let done = 0;
    for (const { 0: text, index } of pending.matchAll(token)) {
      const end = index + text.length;
      if (end === pending.length && text.length < maxTokenCharacters && open.test(text)) break;
      gap += pending.slice(done, index);
      tokens.push({ text, start: offset + index, end: offset + end, gap });
      gap = "";
      done = end;
    }
    const blank = /^\s*/.exec(pending.slice(done))?.[0] ?? "";
    gap += blank;
    pending = pending.slice(done + blank.length);
    offset += done + blank.length;
    return tokens;
  };
}
