export type Point = readonly [x: number, y: number];

const short = (value: number) => Math.round(value * 10) / 10;

/** An open polyline through the points. */
export const line = (points: Point[]) =>
  points.map(([x, y], index) => `${index ? "L" : "M"}${short(x)} ${short(y)}`).join("");

/** A smooth open curve: quadratic through the middles of the segments. */
export function curve(points: Point[]): string {
  const [first, ...rest] = points;
  const last = points.at(-1);
  if (!first || !last) return "";
  const middles = rest.map(([x, y], index) => {
    const [nextX, nextY] = rest[index + 1] ?? [x, y];
    return `Q${short(x)} ${short(y)} ${short((x + nextX) / 2)} ${short((y + nextY) / 2)}`;
  });
  return `M${short(first[0])} ${short(first[1])}${middles.join("")}`;
}

export function circle(x: number, y: number, radius: number): string {
  const r = short(radius);
  return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${short(2 * radius)} 0a${r} ${r} 0 1 0 ${short(-2 * radius)} 0`;
}

export const range = (length: number) => Array.from({ length }, (_, index) => index);
