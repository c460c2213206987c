/**
 * What is looked for, reduced, in lines: `taken` stands between `lead` and `trail`; it is empty where a text was taken out. So many
 * characters on either side are of the same line, and must be there.
 */
export type Wanted = { lead: string[]; taken: string; trail: string[]; sameLine: { before: number; after: number } };
type Around = Omit<Wanted, "lead" | "trail"> & { lead: string; trail: string };

/** More of what stands around a place would not tell it better. */
const maxContextChars = 400;

/** Where more could be meant, nobody can tell which is. */
const maxPlaces = 2000;

/** So many characters beside a place prove it, from one side alone or from both. */
const proof = { oneSide: 24, eachSide: 8 };

function sharedStart(text: string, at: number, wanted: string): number {
  let shared = 0;
  while (shared < wanted.length && text[at + shared] === wanted[shared]) shared += 1;
  return shared;
}

function sharedEnd(text: string, at: number, wanted: string): number {
  let shared = 0;
  while (shared < Math.min(wanted.length, at) && text[at - 1 - shared] === wanted[wanted.length - 1 - shared])
    shared += 1;
  return shared;
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  if (part === "") return places;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function findBeside(text: string, { lead, taken, trail, sameLine }: Around): number | undefined {
  const end = lead.slice(-proof.eachSide);
  const starts = new Set([
    ...placesOf(text, end).map((at) => at + end.length),
    ...placesOf(text, trail.slice(0, proof.eachSide)).map((at) => at - taken.length),
    ...(taken.length >= proof.oneSide ? placesOf(text, taken) : []),
  ]);
  if (starts.size > maxPlaces) return undefined;
  let best: { at: number; shared: number; alone: boolean } | undefined;
  for (const at of starts) {
    if (at < 0 || !text.startsWith(taken, at)) continue;
    const left = sharedEnd(text, at, lead);
    const right = sharedStart(text, at + taken.length, trail);
    const shared = left + right;
    const isSameLine =
      left >= Math.min(sameLine.before, proof.oneSide) && right >= Math.min(sameLine.after, proof.oneSide);
    const isProved =
      taken.length >= proof.oneSide ||
      Math.max(left, right) >= proof.oneSide ||
      Math.min(left, right) >= proof.eachSide ||
      (shared > 0 && left === lead.length && right === trail.length);
    if (!isSameLine || !isProved || (best && shared < best.shared)) continue;
    best = { at, shared, alone: shared !== best?.shared };
  }
  return best?.alone ? best.at : undefined;
}

/** The text of the first of these lines that is still there, and there alone. */
function nearest(text: string, lines: string[], partOf: (lines: string[]) => string): number | undefined {
  for (const index of lines.keys()) {
    const part = partOf(lines.slice(index));
    const at = part.length < proof.oneSide ? -1 : text.indexOf(part);
    if (at >= 0 && !text.includes(part, at + 1)) return at;
  }
  return undefined;
}

const nearestAfter = (text: string, trail: string[]) =>
  nearest(text, trail, (lines) => lines.join("").slice(0, proof.oneSide));

function nearestBefore(text: string, lead: string[]): number | undefined {
  const partOf = (lines: string[]) => lines.toReversed().join("").slice(-proof.oneSide);
  const at = nearest(text, lead.toReversed(), partOf);
  return at === undefined ? undefined : at + proof.oneSide;
}

/**
 * @param start where the body begins, after the title
 * @returns where `taken` begins in a reduced text; undefined when it is not there, or nobody can tell where
 */
export function findPlace(text: string, { lead, trail, ...wanted }: Wanted, start: number): number | undefined {
  const around = { lead: lead.join("").slice(-maxContextChars), trail: trail.join("").slice(0, maxContextChars) };
  const beside = findBeside(text, { ...wanted, ...around });
  const isInLine = wanted.sameLine.before + wanted.sameLine.after > 0;
  if (beside !== undefined || wanted.taken !== "" || isInLine) return beside;
  // Its neighbours may be gone too: then the nearest that are left on both sides must meet, or be the first or the last.
  const after = nearestAfter(text, trail);
  const before = nearestBefore(text, lead);
  if (after === before || after === start) return after;
  return before === text.length ? before : undefined;
}
