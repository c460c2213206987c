import { Cover } from "#app/_components/cover/cover.tsx";
import { OnDay } from "#app/_components/time/moment.tsx";
import type { BookContents } from "#lib/contract/reading.ts";

/** The last words of a book: when it was finished, and when it arrived; and that it cites nothing, if so. */
export function Colophon({ book }: { book: BookContents }) {
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
    </footer>
  );
}
