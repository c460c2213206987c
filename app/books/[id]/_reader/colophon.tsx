import { Cover } from "#app/_components/cover/cover.tsx";
import { count } from "#app/_components/text/numbers.ts";
import { OnDay } from "#app/_components/time/moment.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { WarningList } from "#app/_components/warnings/warning-list.tsx";
import type { BookContents } from "#lib/contract/reading.ts";
import { ChapterLink } from "./chapter-link.tsx";

type ColophonProps = { book: BookContents; go: (position: number) => void };
const underlined = "underline decoration-line underline-offset-4 hover:text-ink hover:decoration-accent";

function Reservations({ book: { warnings = [], chapters, job_id }, go }: ColophonProps) {
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="reserves" className="mt-12 w-full border-t border-line pt-6 text-left">
      <h2 id="reserves" className="text-lg">
        Livré avec {count(warnings.length, "réserve")}
      </h2>
      <p className="mt-1 text-sm text-pretty text-soft">
        Ce que les contrôles de ce livre n’ont pas pu satisfaire. Ses mesures, et ce qui y a été retiré ou remplacé,
        sont sur{" "}
        <Link href={`/jobs/${job_id}`} className={underlined}>
          la page de sa rédaction
        </Link>
        .
      </p>
      <WarningList
        warnings={warnings}
        link={(position, words) => (
          <>
            <ChapterLink position={position} go={go} className={`text-soft ${underlined}`}>
              {words}
            </ChapterLink>
            {chapters[position - 1] && ` · ${chapters[position - 1]?.title}`}
          </>
        )}
      />
    </section>
  );
}

/** The last words of a book: when it was finished, and when it arrived; that it cites nothing, if so; its warnings. */
export function Colophon({ book, go }: ColophonProps) {
  return (
    <footer className="mt-20 flex max-w-[65ch] flex-col items-center text-center">
      <div className="w-24">
        <Cover title={book.book_title} topic={book.topic} />
      </div>
      <p className="mt-5 max-w-xs font-serif text-soft italic">
        Achevé d’écrire le <OnDay at={book.generated_at} />,
        <br />
        reçu par webhook le <OnDay at={book.received_at} />.
        {!book.cites && (
          <>
            <br />
            Il ne cite aucune source.
          </>
        )}
      </p>
      <Reservations book={book} go={go} />
    </footer>
  );
}
