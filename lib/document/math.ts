import { math as withMath } from "micromark-extension-math";
import type { Construct, Extension, State } from "micromark-util-types";

const dollar = 36;
const isDigit = (code: number | null) => code !== null && /\d/.test(String.fromCharCode(code));

/** Tells a formula between dollars from two prices, by pandoc's rule and as in « 3$, ou 4$ ». */
function isFormula(text: string, { previous, next }: { previous: number | null; next: number | null }): boolean {
  const inside = /^\$(?!\$)(.*)\$$/s.exec(text)?.[1];
  if (inside === undefined) return true;
  return /^[^\s,.;:!?)]/.test(inside) && /\S$/.test(inside) && !isDigit(previous) && !isDigit(next);
}

function withFormulaCheck(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const start = this.now();
      const { previous } = this;
      const checked: State = (next) =>
        isFormula(this.sliceSerialize({ start, end: this.now() }), { previous, next }) ? ok(next) : nok(next);
      return construct.tokenize.call(this, effects, checked, nok);
    },
  };
}

/** Micromark extension for `$x$` and `$$x$$`; « 5 $ et 10 $ » stays text. */
export function math(): Extension {
  const { text = {}, ...rest } = withMath();
  const found = text[dollar];
  const constructs = found === undefined ? [] : [found].flat();
  return { ...rest, text: { [dollar]: constructs.map(withFormulaCheck) } };
}
