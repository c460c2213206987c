import type { Document } from "../../document/document.ts";
import { frenchList } from "../../french-list.ts";
import { type Held, type HeldKind, heldIn, heldKinds } from "./held.ts";
import { wordsAsNames } from "./names.ts";

/** `values` are what was lost, or as many as are missing. */
export type Loss = { kind: HeldKind; count: number; values: string[] };

/**
 * What a rewriting must do with each kind: keep every one as it is (`each`), as many (`count`), half of them (`half`), or
 * as large a share of them as of the words (`share`).
 *
 * In other words (`reword`), nothing but the wording may change. A translation (`translate`) says quotations, rows and
 * many names otherwise, and some numbers (« 3 pm »). A passage made shorter (`shorten`) drops sentences with what they
 * name, but breaks no formula, code, table, link or note.
 */
const rules = {
  reword: { item: "count" },
  translate: { item: "count", row: "count", quotation: "count", name: "half", number: "half" },
  shorten: { item: "share", quotation: "share", name: "share", number: "share" },
} as const satisfies Record<string, Partial<Record<HeldKind, "count" | "half" | "share">>>;
export type Rewriting = keyof typeof rules;

/** A name or a number that the book still says elsewhere is not lost. */
const sayable = new Set<HeldKind>(["name", "number"]);

function lostOf(before: string[], after: string[], elsewhere: string[]): string[] {
  const kept = new Set([...after, ...elsewhere]);
  return [...new Set(before)].filter((one) => one !== "" && !kept.has(one));
}

/** @param elsewhere what the book holds apart from the passage */
export function findLosses(
  before: Document,
  after: Document,
  { as, elsewhere }: { as: Rewriting; elsewhere?: Held[] | undefined },
): Loss[] {
  const had = heldIn(before);
  const has = { ...heldIn(after), name: wordsAsNames(after.source) };
  const rule: Partial<Record<HeldKind, "count" | "half" | "share">> = rules[as];
  const dropped = before.words === 0 ? 0 : Math.max(0, 1 - after.words / before.words);
  return heldKinds.flatMap((kind) => {
    const others = sayable.has(kind) ? (elsewhere ?? []).flatMap((held) => held[kind]) : [];
    const values = lostOf(had[kind], has[kind], others);
    const distinct = new Set(had[kind]).size;
    const missing = Math.max(0, had[kind].length - has[kind].length);
    const count = rule[kind] === "count" ? missing : values.length;
    const tolerated =
      rule[kind] === "half" ? Math.ceil(distinct / 2) : rule[kind] === "share" ? Math.ceil(distinct * dropped) : 0;
    return count > tolerated ? [{ kind, count, values }] : [];
  });
}

const nouns: Record<HeldKind, [string, string]> = {
  formula: ["formule", "formules"],
  code: ["code", "codes"],
  row: ["ligne de tableau", "lignes de tableau"],
  item: ["élément de liste", "éléments de liste"],
  quotation: ["citation ou exemple", "citations ou exemples"],
  link: ["lien", "liens"],
  note: ["note", "notes"],
  name: ["nom", "noms"],
  number: ["nombre", "nombres"],
};

/** « 2 formules et 1 nombre » */
export const describeLosses = (losses: Loss[]): string =>
  frenchList(losses.map(({ kind, count }) => `${count} ${nouns[kind][count > 1 ? 1 : 0]}`));
