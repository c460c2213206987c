import { line, range } from "./path.ts";
import type { Pattern } from "./patterns.ts";
import { between } from "./seed.ts";

/** Beams that leave the foot of the cover at nearly the same angle. */
export const rays: Pattern = (random) => {
  const slope = between(random, 0.35, 0.75);
  const count = Math.round(between(random, 13, 18));
  const crest = between(random, 0, 6);
  return range(count).map((ray) => {
    const foot = -70 + ray * (250 / count);
    const reach = 92 + 34 * Math.sin(ray * 0.55 + crest);
    return line([
      [foot, 244],
      [foot + reach * slope, 244 - reach],
    ]);
  });
};

/** Ranges of hills, the nearer hiding the farther: a line is drawn only where it stands above all those in front. */
export const ridges: Pattern = (random) => {
  const peak = between(random, 50, 110);
  const spread = between(random, 26, 44);
  const rows = 17;
  const front = new Array<number>(81).fill(300);
  const lines: string[] = [];
  for (const row of range(rows).reverse()) {
    const base = 128 + row * 7;
    const noise = range(6).map(() => ({
      at: between(random, 0, 160),
      size: between(random, 4, 20),
      width: between(random, 5, 13),
    }));
    let open = false;
    let path = "";
    for (const i of range(81)) {
      const x = i * 2;
      const hill = Math.exp(-((x - peak) ** 2) / (2 * spread ** 2));
      const y =
        base -
        noise.reduce(
          (sum, { at, size, width }) => sum + hill * size * Math.exp(-((x - at) ** 2) / (2 * width ** 2)),
          0,
        );
      const visible = y < (front[i] ?? 300);
      if (visible) {
        path += `${open ? "L" : "M"}${x} ${y.toFixed(1)}`;
        front[i] = y;
      }
      open = visible;
    }
    lines.push(path);
  }
  return lines;
};
