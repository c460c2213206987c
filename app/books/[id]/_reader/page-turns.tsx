import type { BookContents } from "#lib/contract/reading.ts";
import { ChapterLink } from "./chapter-link.tsx";

type PageTurnsProps = { position: number; chapters: BookContents["chapters"]; go: (position: number) => void };

export function PageTurns({ position, chapters, go }: PageTurnsProps) {
  const previous = chapters[position - 2];
  const next = chapters[position];
  return (
    <nav aria-label="Chapitres voisins" className="mt-16 grid grid-cols-2 gap-6 border-t border-line pt-6">
      <div>
        {previous && (
          <ChapterLink position={position - 1} go={go} className="group block">
            <span className="text-[0.8125rem] text-faint">
              <span aria-hidden="true">← </span>Chapitre précédent
            </span>
            <span className="mt-1 block font-serif text-lg leading-snug decoration-accent underline-offset-4 group-hover:underline">
              {previous.title}
            </span>
          </ChapterLink>
        )}
      </div>
      <div className="text-right">
        {next ? (
          <ChapterLink position={position + 1} go={go} className="group block">
            <span className="text-[0.8125rem] text-faint">
              Chapitre suivant<span aria-hidden="true"> →</span>
            </span>
            <span className="mt-1 block font-serif text-lg leading-snug decoration-accent underline-offset-4 group-hover:underline">
              {next.title}
            </span>
          </ChapterLink>
        ) : (
          <p className="font-serif text-lg text-faint italic">Fin</p>
        )}
      </div>
    </nav>
  );
}
