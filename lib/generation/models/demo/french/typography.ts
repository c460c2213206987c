const narrow = "\u202f";

/**
 * French typography over plain typing: ’ for apostrophes, a narrow no-break space inside « » and before ; : ! ?
 * It touches nothing but spaces and apostrophes, so a text keeps its words; addresses (https://…) are left alone.
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<=\p{L})['´`](?=\p{L})/gu, "’")
    .replace(/«[ \u00a0\u202f]*/g, `«${narrow}`)
    .replace(/[ \u00a0\u202f]*»/g, `${narrow}»`)
    .replace(/[ \u00a0\u202f]+([;:!?]+)(?=$|[\s»…).,\]])/g, `${narrow}$1`)
    .replace(/(?<=[\p{L}\p{N}])([;!?]+)(?=$|[\s»)])/gu, `${narrow}$1`);
}

/** Someone's typing as one line, typeset: blanks folded to single spaces, words untouched. */
export function oneLine(typed: string): string {
  return typeset(
    typed
      .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
      .replace(/ +,/g, ",")
      .trim(),
  );
}

/** Between guillemets; guillemets already inside become “ ”. */
export function quote(text: string): string {
  const inner = text.replace(new RegExp(`«${narrow}?`, "g"), "“").replace(new RegExp(`${narrow}?»`, "g"), "”");
  return `«${narrow}${inner}${narrow}»`;
}

/** Cuts at a space, with an ellipsis, when longer than `max` characters. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text
    .slice(0, max)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const space = cut.lastIndexOf(" ");
  return `${(space > max / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.!?\u202f«(-]+$/u, "")}…`;
}

/** Makes typed text inert in Markdown. */
export const escapeMarkdown = (text: string) => text.replace(/[\\*_`[\]<>|#~$]|&(?=#?\w+;)/g, "\\$&");

export const upperFirst = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

export const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’\-\u2011][\p{L}\p{N}]+)*/gu) ?? [];
