import { math as withMath } from "micromark-extension-math";
import type { Construct, Extension, State } from "micromark-util-types";

const dollar = 36;
const digit = /\d/;

/** Whether a stretch of text between dollars is a formula and not two prices: pandoc's rule. */
const isFormula = (text: string, next: number | null) => {
  const inside = /^\$(?!\$)(.*)\$$/s.exec(text)?.[1];
  if (inside === undefined) return true;
  return /^\S/.test(inside) && /\S$/.test(inside) && !(next !== null && digit.test(String.fromCharCode(next)));
};

function guarded(construct: Construct): Construct {
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

/** `$x$` and `$$x$$`, where « 5 $ et 10 $ » stays text. */
export function math(): Extension {
  const { text = {}, ...rest } = withMath();
  const found = text[dollar];
  const constructs = found === undefined ? [] : [found].flat();
  return { ...rest, text: { [dollar]: constructs.map(guarded) } };
}
