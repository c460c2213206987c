/** @returns the parameters that a name or a size tells, in billions: `qwen2.5:1.5b`, `smollm2-135m`, `26B-A4B` */
export function billionsIn(text: string): number | undefined {
  const [, number, unit] = /(?<![\d.])(\d+(?:\.\d+)?)([bm])(?![a-z])/i.exec(text) ?? [];
  if (!number) return undefined;
  return unit?.toLowerCase() === "m" ? Number(number) / 1000 : Number(number);
}
