import { circle, curve, line, range } from "./path.ts";
import type { Pattern } from "./patterns.ts";
import { between } from "./seed.ts";

/** Circles around one point, as in still water. */
export const rings: Pattern = (random) => {
  const x = between(random, 48, 116);
  const y = between(random, 160, 190);
  const step = between(random, 7.5, 10);
  return range(13).map((ring) => circle(x, y, 8 + ring * step));
};

/** A globe drawn by horizontal lines alone: each bends where the sphere swells. */
export const sphere: Pattern = (random) => {
  const x = between(random, 60, 104);
  const y = between(random, 165, 180);
  const radius = between(random, 44, 54);
  const lean = between(random, -0.12, 0.12);
  return range(22).map((row) => {
    const base = 100 + row * 6.6;
    const points = range(81).map((i) => {
      const px = i * 2;
      const dx = px - x;
      const dy = base - y;
      const inside = radius * radius - dx * dx - dy * dy;
      const swell = inside > 0 ? Math.sqrt(inside) : 0;
      return [px, base - swell * 0.3 + swell * lean * (dx / radius) * 0.6] as const;
    });
    return line(points);
  });
};

/** Ellipses turned around one centre. */
export const orbits: Pattern = (random) => {
  const x = between(random, 66, 94);
  const y = between(random, 160, 178);
  const long = between(random, 78, 96);
  const flat = between(random, 0.26, 0.46);
  const count = Math.round(between(random, 12, 17));
  return range(count).map((orbit) => {
    const turn = (orbit / count) * Math.PI;
    const points = range(41).map((i) => {
      const angle = (i / 40) * Math.PI * 2;
      const ex = Math.cos(angle) * long;
      const ey = Math.sin(angle) * long * flat;
      return [x + ex * Math.cos(turn) - ey * Math.sin(turn), y + ex * Math.sin(turn) + ey * Math.cos(turn)] as const;
    });
    return curve(points);
  });
};
