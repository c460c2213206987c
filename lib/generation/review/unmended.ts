import { frenchList } from "../../french-list.ts";
import { Failure } from "../failure.ts";
import type { Fault } from "./faults.ts";

/** `one` is for a chapter that clashes with none other. */
const predicates: Record<Fault["kind"], { many: string; one: string }> = {
  repeat: { many: "disent encore la même chose", one: "se répète encore" },
  phrases: { many: "redisent encore les mêmes phrases", one: "redit encore les mêmes phrases" },
  opening: { many: "commencent encore par les mêmes mots", one: "commence encore par les mots d’un autre" },
  conclusion: { many: "s’achèvent encore par une conclusion", one: "s’achève encore par une conclusion" },
  term: { many: "définissent encore les mêmes termes", one: "définit encore un terme d’un autre" },
};

export function unmendedFailure(faults: Fault[]): Failure {
  const kind = (["repeat", "phrases", "opening", "term", "conclusion"] as const).find((one) =>
    faults.some((fault) => fault.kind === one),
  );
  const mine = faults.filter((fault) => fault.kind === kind);
  const positions = [...new Set(mine.flatMap(({ chapter, other }) => [chapter, other]))].sort((a, b) => a - b);
  const chapters = frenchList(positions);
  const { many, one } = predicates[kind ?? "repeat"];
  const sentence = positions.length > 1 ? `Les chapitres ${chapters} ${many}` : `Le chapitre ${chapters} ${one}`;
  return new Failure(
    kind === "term" ? "consistency" : "repetition",
    `${sentence}, même après plusieurs récritures\u202f: relancez la relecture, ou changez de modèle (BOOK_MODEL_REVIEW).`,
  );
}
