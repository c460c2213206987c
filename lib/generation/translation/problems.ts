import { listsOf } from "../../document/nodes.ts";
import { worded } from "../prompts/language.ts";
import type { FaultKind, RunFault } from "./faults.ts";
import type { Original } from "./original.ts";

/** « 3 blocs, dont une liste de 4 éléments » */
function structureOf({ blocks }: Original, to: string): string {
  const count = (fr: string, en: string) => worded(to, { fr, en });
  const lists = blocks.flatMap(({ node }) => listsOf(node)).map(({ children }) => children.length);
  const tables = blocks.flatMap(({ node }) => (node.type === "table" ? [node.children.length] : []));
  return [
    count(
      `${blocks.length} bloc(s) séparés par une ligne vide`,
      `${blocks.length} block(s) with an empty line between`,
    ),
    ...lists.map((items) => count(`une liste de ${items} éléments`, `a list of ${items} items`)),
    ...tables.map((rows) => count(`un tableau de ${rows} lignes`, `a table of ${rows} rows`)),
  ].join(", ");
}

const sentences: Record<Exclude<FaultKind, "structure">, { fr: string; en: string }> = {
  cut: { fr: "elle s’arrêtait avant la fin du texte.", en: "it stopped before the end of the text." },
  marks: {
    fr: "il y manquait des repères comme <x1/>, ou ils y étaient plusieurs fois.",
    en: "marks such as <x1/> were missing, or were there more than once.",
  },
  untranslated: { fr: "une partie du texte n’était pas traduite.", en: "a part of the text was not translated." },
  length: {
    fr: "elle était bien plus courte ou bien plus longue que le texte.",
    en: "it was far shorter or far longer than the text.",
  },
};

/** Says to a model what was wrong with its first answer. */
export function problemsOf(original: Original, faults: RunFault[], to: string): string[] {
  const kinds = [...new Set(faults.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    if (kind !== "structure") return worded(to, sentences[kind]);
    const wanted = structureOf(original, to);
    return worded(to, {
      fr: `la mise en forme avait changé ; le texte a ${wanted}.`,
      en: `the Markdown had changed; the text has ${wanted}.`,
    });
  });
}
