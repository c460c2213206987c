import type { Construct, Extension, State } from "micromark-util-types";

const backslash = 92;
const pairs = new Map([
  [40, 41],
  [91, 93],
]);

const isEnd = (code: number | null) => code === null || code < 0 || code === backslash;

/** The mark of a source, `[S9]`, whose brackets a model escaped. */
const escapedMark = /^\\\[\s?S\d{1,4}\s?\\\]$/;

/** `\[…\]` and `\(see below\)` are brackets that someone escaped: a formula has a sign, or is one letter. */
function isFormula(text: string): boolean {
  if (escapedMark.test(text)) return false;
  const inside = text.slice(2, -2);
  return /[\\^_=<>+*/|]/.test(inside) || /^\s*\p{L}['′]{0,2}\d{0,2}(?:\([\p{L}\d, ]{1,9}\))?\s*$/u.test(inside);
}

const formula: Construct = {
  name: "texMath",
  tokenize(effects, ok, nok) {
    const start = this.now();
    let closer = -1;
    const opened: State = (code) => {
      closer = pairs.get(code ?? 0) ?? -1;
      if (closer < 0) return nok(code);
      effects.consume(code);
      effects.exit("mathTextSequence");
      return between;
    };
    const between: State = (code) => {
      if (code === null) return nok(code);
      if (code < 0) {
        effects.enter("lineEnding");
        effects.consume(code);
        effects.exit("lineEnding");
        return between;
      }
      effects.enter(code === backslash ? "mathTextSequence" : "mathTextData");
      effects.consume(code);
      return code === backslash ? escaped : data;
    };
    const data: State = (code) => {
      if (isEnd(code)) {
        effects.exit("mathTextData");
        return between(code);
      }
      effects.consume(code);
      return data;
    };
    const escaped: State = (code) => {
      // One formula holds no other: every sign is read once, however many are left open.
      if (code !== null && pairs.has(code)) return nok(code);
      if (code !== closer) {
        effects.exit("mathTextSequence").type = "mathTextData";
        if (code === null || code < 0) return between(code);
        effects.enter("mathTextData");
        effects.consume(code);
        return data;
      }
      effects.consume(code);
      effects.exit("mathTextSequence");
      effects.exit("mathText");
      return isFormula(this.sliceSerialize({ start, end: this.now() })) ? ok : nok;
    };
    return (code) => {
      effects.enter("mathText");
      effects.enter("mathTextSequence");
      effects.consume(code);
      return opened;
    };
  },
};

/** A formula on lines of its own: `+ b` at the head of one of them is no item of a list. */
const display: Construct = {
  name: "texDisplay",
  concrete: true,
  tokenize(effects, ok, nok) {
    const start = this.now();
    const opened: State = (code) => {
      if (code !== 91) return nok(code);
      effects.consume(code);
      effects.exit("mathFlowFenceSequence");
      effects.exit("mathFlowFence");
      return between;
    };
    const between: State = (code) => {
      if (code === null) return nok(code);
      if (code < -2) {
        effects.enter("lineEnding");
        effects.consume(code);
        effects.exit("lineEnding");
        return lineStart;
      }
      effects.enter(code === backslash ? "mathFlowFenceSequence" : "mathFlowValue");
      effects.consume(code);
      return code === backslash ? escaped : value;
    };
    const lineStart: State = (code) =>
      code === null || code < -2 || this.parser.lazy[this.now().line] ? nok(code) : between(code);
    const value: State = (code) => {
      if (code === null || code < -2 || code === backslash) {
        effects.exit("mathFlowValue");
        return between(code);
      }
      effects.consume(code);
      return value;
    };
    const escaped: State = (code) => {
      if (code === 91) return nok(code);
      if (code !== 93) {
        effects.exit("mathFlowFenceSequence").type = "mathFlowValue";
        if (code === null || code < -2) return between(code);
        effects.enter("mathFlowValue");
        effects.consume(code);
        return value;
      }
      effects.consume(code);
      effects.exit("mathFlowFenceSequence");
      effects.exit("mathFlow");
      const isMath = isFormula(this.sliceSerialize({ start, end: this.now() }));
      return isMath ? atEnd : nok;
    };
    const atEnd: State = (code) => (code === null || code < -2 ? ok(code) : nok(code));
    return (code) => {
      if (this.interrupt) return nok(code);
      effects.enter("mathFlow");
      effects.enter("mathFlowFence");
      effects.enter("mathFlowFenceSequence");
      effects.consume(code);
      return opened;
    };
  },
};

/** Micromark extension for `\(x\)` and `\[x\]`, as TeX writes formulas. */
export const texMath = (): Extension => ({ flow: { [backslash]: display }, text: { [backslash]: formula } });
