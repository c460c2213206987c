import { jsonrepair } from "jsonrepair";

/** `cut`: the text ends before the value does. */
export type FoundValue = { value: unknown; cut: boolean };

const maxCharacters = 200_000;
const maxBeginnings = 20;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(jsonrepair(text));
    } catch {
      return undefined;
    }
  }
}

/** @returns where the value that begins at `start` ends; without an end, whether something was still to come */
function endOf(text: string, start: number): { end: number } | { isDangling: boolean } {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const sign = text.charAt(at);
    if (inString && sign === "\\") at++;
    else if (sign === '"') inString = !inString;
    else if (inString) continue;
    else if (sign === "{" || sign === "[") depth++;
    else if ((sign === "}" || sign === "]") && --depth === 0) return { end: at + 1 };
  }
  return { isDangling: inString || /[,:[{]$/.test(text.trimEnd()) };
}

/**
 * Finds the JSON objects and arrays of a text, whatever stands around them and however badly they are written.
 * @param wasCut the model stopped for lack of room
 */
export function jsonValuesIn(said: string, wasCut: boolean): FoundValue[] {
  const text = said.slice(0, maxCharacters).replace(/\s*`{3,}\s*$/, "");
  const found: FoundValue[] = [];
  let next = 0;
  for (const { index } of [...text.matchAll(/\{|\[(?=\s*[{[])/g)].slice(0, maxBeginnings)) {
    if (index < next) continue;
    const ending = endOf(text, index);
    const end = "end" in ending ? ending.end : text.length;
    const cut = !("end" in ending) && (wasCut || ending.isDangling);
    const value = parse(text.slice(index, end));
    if (value !== undefined) next = end;
    // Quotation marks that were not escaped hide where a value ends.
    const whole = value ?? parse(text.slice(index, Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")) + 1));
    if (whole !== undefined) found.push({ value: whole, cut });
  }
  return found;
}
