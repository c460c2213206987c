import { curve, range } from "./path.ts";
import type { Pattern } from "./patterns.ts";
import { between } from "./seed.ts";

/** A swell: sines whose height drifts from one line to the next. */
export const waves: Pattern = (random) => {
  const turns = between(random, 0.8, 1.5);
  const phase = between(random, 0, 6);
  const drift = between(random, 0.12, 0.3);
  return range(16).map((row) => {
    const y = 112 + row * 8.6;
    const lift = 9 * Math.sin(row * drift * 2 + phase);
    return curve(range(22).map((i) => [i * 8 - 4, y + lift * Math.sin((i / 20) * turns * 6.28 + row * drift + phase)]));
  });
};

/** Level lines around a summit. */
export const contours: Pattern = (random) => {
  const x = between(random, 40, 120);
  const y = between(random, 150, 200);
  const bumps = [2, 3, 5].map((lobes) => ({
    lobes,
    size: between(random, 0.05, 0.2 / lobes + 0.06),
    turn: random() * 6.28,
  }));
  return range(15).map((level) => {
    const radius = 5 + level * 8.5;
    const points = range(49).map((i) => {
      const angle = (i / 48) * Math.PI * 2;
      const relief = bumps.reduce(
        (sum, bump) => sum + bump.size * Math.sin(angle * bump.lobes + bump.turn + level * 0.1),
        1,
      );
      return [x + Math.cos(angle) * radius * relief, y + Math.sin(angle) * radius * relief * 0.82] as const;
    });
    return `${curve(points)}Z`;
  });
};

/** Fans in staggered rows, like slates on a roof. */
export const scales: Pattern = (random) => {
  const size = between(random, 19, 27);
  const arcs = Math.round(between(random, 3, 4));
  const rows = Math.ceil(150 / (size / 2)) + 1;
  return range(rows).flatMap((row) => {
    const y = 250 - row * (size / 2);
    const shift = row % 2 ? size : 0;
    return range(Math.ceil(200 / (size * 2)) + 1).map((column) => {
      const x = column * size * 2 - 10 + shift;
      return range(arcs)
        .map((arc) => size - (arc * size) / arcs)
        .map(
          (r) => `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r.toFixed(1)} ${r.toFixed(1)} 0 0 1 ${(2 * r).toFixed(1)} 0`,
        )
        .join("");
    });
  });
};
