/** A command of TeX, or what only a formula holds. */
const formulaToken = /\\[\p{L}]|[{}^=&]|\p{L}_\p{L}?/u;

/** Leaves out formulas that no dollars mark: `\[ … \]`, whose backslash Markdown takes, and `\begin{align}`. */
export function withoutFormulas(text: string): string {
  if (!/\\\p{L}/u.test(text)) return text;
  return text
    .split(/(\s+)/)
    .map((token) => (formulaToken.test(token) ? " " : token))
    .join("");
}
