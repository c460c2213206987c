import type { Warning, WarningCode } from "../../contract/warning.ts";
import { frenchList } from "../../french-list.ts";
import { Failure } from "../failure.ts";
import type { Fault } from "./faults.ts";

/** Faults of style are warnings of their own. */
type Kind = Exclude<Fault["kind"], "style">;

/** `one` is for a chapter that clashes with none other. */
const predicates: Record<Kind, { code: WarningCode; many: string; one: string }> = {
  repeat: { code: "duplicate", many: "disent encore la même chose", one: "se répète encore" },
  phrases: { code: "repetition", many: "redisent encore les mêmes phrases", one: "redit encore les mêmes phrases" },
  opening: {
    code: "opening",
    many: "commencent encore par les mêmes mots",
    one: "commence encore par les mots d’un autre",
  },
  term: { code: "term", many: "définissent encore les mêmes termes", one: "définit encore un terme d’un autre" },
  conclusion: {
    code: "conclusion",
    many: "s’achèvent encore par une conclusion",
    one: "s’achève encore par une conclusion",
  },
};
const kinds = Object.keys(predicates) as Kind[];

const involved = ({ chapter, other }: Fault) => [chapter, other];
const named = (positions: number[]) => [...new Set(positions)].sort((a, b) => a - b);

function sentenceOf(kind: Kind, positions: number[]): string {
  const { many, one } = predicates[kind];
  const chapters = frenchList(positions);
  return positions.length > 1 ? `Les chapitres ${chapters} ${many}` : `Le chapitre ${chapters} ${one}`;
}

/** Names the gravest kind alone. */
export function unmendedFailure(faults: Fault[]): Failure {
  const kind = kinds.find((one) => faults.some((fault) => fault.kind === one)) ?? "repeat";
  const positions = named(faults.filter((fault) => fault.kind === kind).flatMap(involved));
  return new Failure(
    kind === "term" ? "consistency" : "repetition",
    `${sentenceOf(kind, positions)}, même après plusieurs récritures\u202f: relancez la relecture, ou choisissez un autre modèle.`,
  );
}

/** One warning for each kind and each chapter that it was found in. */
export function unmendedWarnings(faults: Fault[], wasReviewed: boolean): Warning[] {
  return kinds.flatMap((kind) => {
    const mine = faults.filter((fault) => fault.kind === kind);
    return named(mine.map(({ chapter }) => chapter)).map((chapter) => {
      const positions = named(mine.filter((fault) => fault.chapter === chapter).flatMap(involved));
      const sentence = sentenceOf(kind, positions);
      const tried = wasReviewed ? `${sentence}, même après relecture` : sentence.replace(" encore ", " ");
      const message = `${tried}\u202f: à relire avant de publier.`;
      return { code: predicates[kind].code, chapter, message };
    });
  });
}
