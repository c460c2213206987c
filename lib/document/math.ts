import { math as withMath } from "micromark-extension-math";
import type { Construct, Extension, State } from "micromark-util-types";

const dollar = 36;
const digit = /\d/;

/** Tells a formula between dollars from two prices, by pandoc's rule: no space inside, no digit after. */
const isFormula = (text: string, next: number | null) => {
  const inside = /^\$(?!\$)(.*)\$$/s.exec(text)?.[1];
  if (inside === undefined) return true;
  return /^\S/.test(inside) && /\S$/.test(inside) && !(next !== null && digit.test(String.fromCharCode(next)));
};

function withFormulaCheck(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const start = this.now();
      const checked: State = (code) =>
        isFormula(this.sliceSerialize({ start, end: this.now() }), code) ? ok(code) : nok(code);
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
