import { referenceLimits } from "../contract/limits.ts";
import type { Sum } from "../manuscript/chapter.ts";
import { unreadable } from "../manuscript/refused.ts";

const most = `${referenceLimits.characters / 1_000_000} millions de caractères`;

export const tooLong = () =>
  unreadable(`Le texte du document dépasse ${most}\u202f: partagez-le, ou n’en gardez que ce qui sert au livre.`);

/** @throws {Refused} */
export function refuseTooLong(text: string): void {
  if (text.length > referenceLimits.characters) throw tooLong();
}

/** Adds up the chapters of a file. @throws {Refused} as soon as they are too long together */
export function createTextSum(): Sum {
  let characters = 0;
  return ({ content }) => {
    characters += content.length;
    if (characters > referenceLimits.characters) throw tooLong();
  };
}
