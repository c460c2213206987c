import { type Line, linesOf } from "./lines.ts";

/** What a text defines at one place for the others: a note, or the address of a link. */
export type Definition = { label: string; isNote: boolean; source: string };

const note = /^ {0,3}\[\^([^\s[\]]{1,255})\]:/;
const address = /^ {0,3}\[(?!\^)([^[\]\n]{1,255})\]:[ \t]*\S/;

const fold = (label: string) => label.trim().replace(/\s+/g, " ").toLowerCase();

type Found = Definition & { from: number; to: number };

/** A note goes on to the next line that is not indented after an empty one. */
function endOf(lines: Line[], from: number): number {
  let end = from + 1;
  for (let at = end; at < lines.length; at++) {
    const { text } = lines[at] as Line;
    const isBlank = text.trim() === "";
    const afterBlank = (lines[at - 1] as Line).text.trim() === "";
    if (!isBlank && ((afterBlank && !/^(?: {2,}|\t)/.test(text)) || note.test(text) || /^ {0,3}#{1,6}[ \t]/.test(text)))
      break;
    if (!isBlank) end = at + 1;
  }
  return end;
}

function definitionsIn(lines: Line[]): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.code) continue;
    const [, id] = note.exec(line.text) ?? [];
    const [, label] = id === undefined ? (address.exec(line.text) ?? []) : [];
    if (id === undefined && label === undefined) continue;
    const to = id === undefined ? at + 1 : endOf(lines, at);
    const source = lines.slice(at, to).map(({ text }) => text);
    found.push({ label: fold(id ?? label ?? ""), isNote: id !== undefined, source: source.join("\n"), from: at, to });
    at = to - 1;
  }
  return found;
}

const labelsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\[([^[\]\n]{1,256})\]/g)].map(([, label]) => fold(label ?? "")));
const keyOf = ({ label, isNote }: Definition) => (isNote ? `^${label}` : label);

/**
 * Gives each part of a text the notes and addresses that it names and others define. A note leaves the part that does not
 * call it.
 */
export function shareDefinitions(parts: string[], check: (text: string) => void): string[] {
  const read = parts.map((part) => {
    const lines = linesOf(part);
    return { lines, definitions: definitionsIn(lines) };
  });
  const known = new Map<string, Definition>();
  for (const { definitions } of read)
    for (const one of definitions) if (!known.has(keyOf(one))) known.set(keyOf(one), one);
  if (known.size === 0) return parts;
  const called = parts.map((part, index) => {
    const own = read[index]?.lines ?? [];
    const labels = labelsIn(part);
    // What only defines a note does not call it.
    const text = own.map((line) => (note.test(line.text) ? line.text.replace(note, "") : line.text)).join("\n");
    return new Set([...labelsIn(text)].filter((label) => labels.has(label)));
  });
  const everywhere = new Set(called.flatMap((labels) => [...labels]));
  return read.map(({ lines, definitions }, index) => {
    const names = called[index] ?? new Set<string>();
    const leaving = definitions.filter((one) => one.isNote && !names.has(keyOf(one)) && everywhere.has(keyOf(one)));
    const gone = new Set(leaving.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
    const kept = lines.filter((_, at) => !gone.has(at)).map(({ text }) => text);
    const own = new Set(definitions.map(keyOf));
    const missing = new Map<string, string>();
    const queue = [...names];
    for (const key of queue) {
      const definition = known.get(key);
      if (!definition || own.has(key) || missing.has(key)) continue;
      missing.set(key, definition.source);
      // A note may call others.
      queue.push(...labelsIn(definition.source.replace(note, "")));
    }
    const text = [kept.join("\n").trimEnd(), ...missing.values()].join("\n\n");
    check(text);
    return text;
  });
}
