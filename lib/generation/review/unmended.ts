import { Failure } from "../failure.ts";
import type { Fault } from "./faults.ts";

const says: Record<Fault["kind"], string> = {
  repeat: "disent encore la même chose",
  opening: "commencent encore par les mêmes mots",
  conclusion: "s’achèvent encore par une conclusion",
  term: "définissent encore les mêmes termes",
};
const listed = new Intl.ListFormat("fr", { type: "conjunction" });

/** The failure of a book whose chapters still clash, which names them. */
export function unmended(faults: Fault[]): Failure {
  const kind = (["repeat", "opening", "term", "conclusion"] as const).find((one) =>
    faults.some((fault) => fault.kind === one),
  );
  const mine = faults.filter((fault) => fault.kind === kind);
  const positions = [...new Set(mine.flatMap(({ chapter, other }) => [chapter, other]))].sort((a, b) => a - b);
  const chapters = listed.format(positions.map(String));
  const subject = positions.length > 1 ? `Les chapitres ${chapters}` : `Des passages du chapitre ${chapters}`;
  return new Failure(
    `${subject} ${says[kind ?? "repeat"]}, même après plusieurs récritures\u202f: relancez la relecture, ou changez de modèle (BOOK_MODEL_REVIEW).`,
    // What the same model did twice it will do again.
    { code: kind === "term" ? "consistency" : "repetition", tries: 2 },
  );
}
