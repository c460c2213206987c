import type { BookBrief } from "../brief/book-brief.ts";
import { markOf } from "../citations/marks.ts";
import type { Documentation } from "../citations/source.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { tellsDisagreement } from "./disagreement.ts";
import { worded } from "./language.ts";

/** What a writer does with notes that tell of a disagreement. */
const disagreementRule = (language: string | undefined, notes: string | undefined): string =>
  notes !== undefined && tellsDisagreement(notes)
    ? worded(language, {
        fr: " Où les notes disent un désaccord entre sources, le chapitre le dit aussi : il donne les deux versions, chacune avec sa source, sans en choisir une.",
        en: " Where the notes tell of a disagreement between sources, the chapter tells it too: it gives both versions, each with its source, without choosing one.",
      })
    : "";

/** Notes of research, passages of the author's documents, or both. */
function wherefrom({ notes, passages = [] }: Documentation) {
  const documents = { fr: "les passages", en: "the passages" };
  const both = { fr: "les notes ou les passages", en: "the notes or the passages" };
  if (passages.length === 0) return { from: { fr: "des notes" }, there: { fr: "les notes", en: "the notes" } };
  return notes
    ? { from: { fr: "des notes ou des passages" }, there: both }
    : { from: { fr: "des passages" }, there: documents };
}

/** How the writer of a chapter cites, or that it does not. */
export function citingRule({
  request: { language, genre },
  ...documentation
}: Documentation & { request: BookBrief }): string {
  const [source] = documentation.sources;
  if (!traitsOf(genre).isResearched)
    return worded(language, {
      fr: "Tu n’écris ni lien, ni note, ni bibliographie.",
      en: "You write no link, note or bibliography.",
    });
  if (!source)
    return worded(language, {
      fr: "Tu n’inventes ni source ni chiffre : tu ne cites aucune source, tu n’écris ni lien, ni note, ni bibliographie.",
      en: "You invent neither sources nor figures: you cite no source and write no link, note or bibliography.",
    });
  const mark = markOf(source.number);
  const { from, there } = wherefrom(documentation);
  const rule = worded(language, {
    fr: `Tu n’inventes ni source ni chiffre. Un fait tiré ${from.fr} se cite à la fin de sa phrase, avant le point, par l’identifiant de sa source tel qu’il est dans ${there.fr} : ${mark}. Tu n’écris ni adresse web, ni note de bas de page, ni bibliographie : elle sera ajoutée.`,
    en: `You invent neither sources nor figures. A fact taken from ${there.en} is cited at the end of its sentence, before the full stop, by the identifier of its source as ${there.en} give it: ${mark}. You write no web address, footnote or bibliography: it will be added.`,
  });
  return `${rule}${disagreementRule(language, documentation.notes)}`;
}
