import { readRoman } from "./numbers.ts";

/** A number that a line may begin with. `sure` ones are numbers even alone, the others only among their neighbours. */
export type Numbering = { style: string; value: number; length: number; sure: boolean; parent?: string };

/** Books have no more chapters; what is larger is a year, a sum or a distance. */
const maxValue = 199;

const digits: { style: string; look: RegExp; sure: boolean }[] = [
  { style: "1.", look: /^(\d{1,3})\.(?:\s+|(?=[\p{L}«"“]))(?=\S)/u, sure: true },
  { style: "1)", look: /^\(?(\d{1,3})\)\s*(?=\S)/, sure: true },
  { style: "1]", look: /^\[(\d{1,3})\]\s*(?=\S)/, sure: false },
  { style: "1\u20e3", look: /^(\d)\ufe0f?\u20e3\s*(?=\S)/u, sure: false },
  { style: "n°", look: /^(?:n[°º]|№|#)\s*(\d{1,3})\s*[:.)–—-]?\s+(?=\S)/iu, sure: false },
  { style: "1°", look: /^(\d{1,3})[°º]\s*[).:–—-]?\s+(?=\S)/, sure: false },
  { style: "1/", look: /^(\d{1,3})\/\s*(?=\p{L})/u, sure: false },
  { style: "1-", look: /^(\d{1,3})\s*[-–—]\s*(?=[\p{L}«"“])/u, sure: false },
  { style: "1:", look: /^(\d{1,3})\s*:\s+(?=\S)/, sure: false },
  { style: "1|", look: /^(\d{1,3})(?:\t\s*| {2,})(?=\S)/, sure: false },
  // « 3 petits cochons » is a title: what a bare number counts is in lower case.
  { style: "1", look: /^(\d{1,3})\s(?=\p{Lu}|[«"“])/u, sure: false },
];
const several = /^((?:\d{1,3}\.)+)(\d{1,3})(?:[.)]?\s*[:–—-]?\s+|[.)]\s*)(?=\S)/;
const roman = [
  { style: "I.", look: /^\(?([IVXLC]{1,7}|[ivxl]{1,6})[.)]\s*(?=\S)/ },
  { style: "I-", look: /^([IVXLC]{1,7})\s*[-–—:/]\s+(?=\S)/ },
  { style: "I", look: /^([IVXLC]{1,7})\s(?=\p{Lu}|[«"“])/u },
];
const letter = /^\(?(\p{ASCII}[).])\s*(?=\S)/u;

const caseOf = (text: string) => (text === text.toUpperCase() ? "upper" : "lower");

function ofRoman(text: string): Numbering[] {
  return roman.flatMap(({ style, look }) => {
    const [whole = "", written = ""] = look.exec(text) ?? [];
    const value = readRoman(written);
    if (value === undefined) return [];
    return [{ style: `${style}${caseOf(written)}`, value, length: whole.length, sure: false }];
  });
}

function ofLetter(text: string): Numbering[] {
  const [whole = "", found = ""] = letter.exec(text) ?? [];
  const [written = "", sign = ""] = found;
  if (!/[A-Za-z]/.test(written)) return [];
  const value = written.toLowerCase().charCodeAt(0) - 96;
  return [{ style: `a${sign}${caseOf(written)}`, value, length: whole.length, sure: false }];
}

function ofSeveral(text: string): Numbering[] {
  const [whole = "", parents = "", last = ""] = several.exec(text) ?? [];
  if (whole === "") return [];
  const style = `1.1${".1".repeat(parents.split(".").length - 2)}`;
  return [{ style, value: Number(last), length: whole.length, sure: false, parent: parents.slice(0, -1) }];
}

/** What of a line's beginning may be its number: a Roman « I. » may be the letter too. */
export function numberingsOf(text: string): Numbering[] {
  const composed = ofSeveral(text);
  if (composed.length > 0) return composed;
  for (const { style, look, sure } of digits) {
    const [whole = "", written = ""] = look.exec(text) ?? [];
    const value = Number(written);
    if (whole !== "" && value <= maxValue) return [{ style, value, length: whole.length, sure }];
  }
  return [...ofRoman(text), ...ofLetter(text)];
}
