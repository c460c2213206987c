import { count, dollars, number } from "#app/_components/text/numbers.ts";
import { demoChapterWords } from "#lib/contract/demo.ts";
import type { JobDetail } from "#lib/contract/job.ts";
import { continuityOf, genreNames, languageNames, usualGenre } from "#lib/contract/values.ts";
import { type Fact, Facts } from "./facts.tsx";

/** Tells the length of a chapter, and the length asked for where the demonstration stops short of it. */
function lengthOf({ demo, options: { words_per_chapter: asked } }: JobDetail): string {
  if (!demo || asked <= demoChapterWords) return `${count(asked, "mot")} par chapitre`;
  return `${count(demoChapterWords, "mot")} par chapitre au plus, pour une démonstration (${number(asked)} demandés)`;
}

function chaptersAsked({ chapters }: JobDetail["options"]): string {
  if (chapters === undefined) return "selon le plan";
  return Array.isArray(chapters) ? `${chapters.length}, du plan donné à la commande` : String(chapters);
}

/** Names the genre, which a demonstration's own pages do not follow. */
function genreOf({ demo, options: { genre } }: JobDetail): string {
  const name = genreNames[genre];
  return demo && genre !== usualGenre ? `${name}, sans effet sur les pages d’une démonstration` : name;
}
const inOrder = ({ pause_after_chapter }: JobDetail["options"]) =>
  `chapitres dans l’ordre${pause_after_chapter ? ", avec votre accord après chacun" : ""}`;

/** Lists the order's options. */
export function Order({ job }: { job: JobDetail }) {
  const { options } = job;
  // The chapters of a translation are its original's.
  const isTranslation = job.translated_from !== undefined;
  const lines: Fact[] = [
    ["Sujet", job.topic],
    ["Genre", genreOf(job)],
    ["Modèle", options.model],
    ["Chapitres", isTranslation ? undefined : chaptersAsked(options)],
    ["Longueur", isTranslation ? undefined : lengthOf(job)],
    ["Langue", options.language === "fr" ? undefined : languageNames[options.language]],
    ["Public", options.audience],
    ["Ton", options.tone],
    ["Voix", job.voice?.name],
    ["Consignes", options.instructions],
    ["Documents", options.documents ? count(options.documents.length, "document") : undefined],
    ["Rapport", options.reader_report ? "de lecture, par un modèle" : undefined],
    ["Continuité", continuityOf(options) === "sequential" ? inOrder(options) : undefined],
    ["Réserves", options.strict ? "aucune\u202f: le livre échoue s’il manque un contrôle" : undefined],
    ["Plafond", options.max_cost === undefined ? undefined : dollars(options.max_cost)],
  ];
  return <Facts id="commande" title="Commande" lines={lines} />;
}
