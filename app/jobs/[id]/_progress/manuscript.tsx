import { count } from "#app/_components/text/numbers.ts";
import type { JobDetail } from "#lib/contract/job.ts";
import type { ManuscriptType, ManuscriptView } from "#lib/contract/manuscript.ts";
import { languageNames } from "#lib/contract/values.ts";
import { Facts } from "./facts.tsx";

const types: Record<ManuscriptType, string> = { docx: "DOCX", epub: "EPUB", markdown: "Markdown" };

function picturesOf({ pictures, pictures_left_out: leftOut }: ManuscriptView): string | undefined {
  const kept = pictures > 0 ? `${count(pictures, "gardée")} avec le livre` : undefined;
  const others =
    leftOut > 0 ? `${count(leftOut, "laissée")} de côté (plus de 5\u00a0Mio, ou d’un type inconnu)` : undefined;
  return [kept, others].filter(Boolean).join("\u202f; ") || undefined;
}

/** Tells of the file that a book was made of, in place of an order. */
export function Manuscript({ job, manuscript }: { job: JobDetail; manuscript: ManuscriptView }) {
  const words = job.chapters.reduce((sum, { word_count = 0 }) => sum + word_count, 0);
  return (
    <Facts
      id="manuscrit"
      title="Manuscrit"
      lines={[
        ["Fichier", manuscript.name],
        ["Type", types[manuscript.type]],
        ["Sujet", job.topic === job.title ? undefined : job.topic],
        ["Longueur", count(words, "mot")],
        ["Langue", languageNames[job.options.language]],
        ["Images", picturesOf(manuscript)],
      ]}
    />
  );
}
