/** Two quotation marks that belong together, by their places; a speech that goes on in the next paragraph has no second one. */
export type Pair = { open: number; close?: number; depth: number; kind: string };

const before = /[\s([{«»„“‘‚’'—–\-/¿¡]/;
const after = /[\s.,;:!?…)\]}«»“”‘’'—–*\-/]/;

/** What each mark may close: models often close a mark with one of another kind. */
const closes: Record<string, string> = { '"': '"„“', "”": '“„"', "“": '„"', "»": "«", "«": "»" };

type Place = { mark: string; left: string; right: string };

const isTight = (sign: string) => !/\s/.test(sign);

function isClosing({ mark, left, right }: Place, open: string | undefined): boolean {
  if (open === undefined || !closes[mark]?.includes(open)) return false;
  return mark === "”" || mark === "»" || (isTight(left) && after.test(right));
}

const isOpening = ({ mark, left, right }: Place): boolean =>
  mark === "„" || mark === "«" || mark === "“" || (mark !== "”" && before.test(left) && isTight(right));

/** Reads a line's double quotation marks; undefined where they do not pair. Marks of inches stand alone. */
export function pairsIn(text: string): Pair[] | undefined {
  const open: { mark: string; at: number }[] = [];
  const pairs: Pair[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/["“”„«»]/g)) {
    const place = { mark, left: text[at - 1] ?? " ", right: text[at + 1] ?? " " };
    const top = open.at(-1);
    if (top && isClosing(place, top.mark)) {
      open.pop();
      pairs.push({ open: top.at, close: at, depth: open.length, kind: top.mark + mark });
    } else if (isOpening(place)) open.push({ mark, at });
    else if (mark !== '"' || !/\d/.test(place.left)) return undefined;
  }
  const [first, ...others] = open;
  if (others.length > 0 || (first && first.at > 0)) return undefined;
  return first ? [...pairs, { open: first.at, depth: 0, kind: first.mark }] : pairs;
}
