import { x } from "xastscript";
import { xmlOf } from "./xhtml.ts";

const width = 1600;
const height = 2560;
const margin = 160;
/** A serif letter is about half as wide as it is high; this leaves room for wide ones. */
const widthOfLetter = 0.56;
const sizes = [190, 160, 135, 115, 95, 80];

function breakLines(title: string, maxLetters: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/[ \n]+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= maxLetters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => (line.length > maxLetters ? `${line.slice(0, maxLetters - 1)}…` : line));
}

type Setting = { size: number; lines: string[] };

/** Takes the largest size at which no word is cut and the title leaves a third of the cover free. */
function setTitle(title: string): Setting {
  let last: Setting = { size: 0, lines: [] };
  for (const size of sizes) {
    const maxLetters = Math.floor((width - 2 * margin) / (size * widthOfLetter));
    last = { size, lines: breakLines(title, maxLetters) };
    const longest = Math.max(...title.split(/[ \n]+/).map((word) => word.length));
    if (longest <= maxLetters && last.lines.length * size * 1.25 <= height / 2) return last;
  }
  const maxLines = Math.floor(height / 2 / (last.size * 1.25));
  const lines = last.lines.slice(0, maxLines);
  return last.lines.length > maxLines ? { ...last, lines: [...lines.slice(0, -1), "…"] } : last;
}

/** A cover of the title alone, as SVG. */
export function drawCover(title: string): string {
  const { size, lines } = setTitle(title);
  const text = lines.map((line, index) => x("tspan", { x: margin, y: 420 + index * size * 1.25 }, line));
  return xmlOf(
    x("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height }, [
      x("title", title),
      x("rect", { width, height, fill: "#22384d" }),
      x("path", { d: `M${margin} ${height - 380}H${width - margin}`, stroke: "#e9dfc9", "stroke-width": 3 }),
      x("text", { "font-family": "serif", "font-size": size, fill: "#f4ecd8" }, text),
    ]),
  );
}
