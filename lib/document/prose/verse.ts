/** Two lines are a distich where their author broke them. */
const minLines = { wrapped: 3, broken: 2 };
const maxLineCharacters = 70;
/** Prose that was broken into lines by hand fills most of them. */
const maxEvenCharacters = 50;
const startsAnew = /^["'«“(—–…\s]*[\p{Lu}\p{N}]/u;

/** Verse, or the lines of a song: short ones, each of which begins anew or ends far from the margin. */
export function isVerse(text: string, { isBroken = false } = {}): boolean {
  const lines = text.split("\n").map((line) => line.trim());
  if (
    lines.length < (isBroken ? minLines.broken : minLines.wrapped) ||
    lines.some(({ length }) => length > maxLineCharacters)
  )
    return false;
  const anew = lines.filter((line) => startsAnew.test(line)).length;
  return anew * 3 >= lines.length * 2 || lines.every(({ length }) => length <= maxEvenCharacters);
}
