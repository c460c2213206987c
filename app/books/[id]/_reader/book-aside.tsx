import { Download } from "lucide-react";
import { books } from "#app/_components/data/keys.ts";
import { count, readingTime } from "#app/_components/text/numbers.ts";
import { Ago } from "#app/_components/time/moment.tsx";
import { button } from "#app/_components/ui/button.tsx";
import type { BookContents } from "#lib/contract/reading.ts";
import { DeleteBook } from "./delete-book.tsx";
import { TextSize } from "./text-size.tsx";
import { Versions } from "./versions.tsx";

/** The book's card: length, arrival, what can be done with it. */
export function BookAside({ book }: { book: BookContents }) {
  const lines = [
    ["Longueur", count(book.word_count, "mot")],
    ["Lecture", book.word_count > 0 ? readingTime(book.word_count) : "–"],
  ] as const;
  return (
    <div className="mt-8 text-[0.8125rem]">
      <dl className="divide-y divide-line border-y border-line">
        {lines.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-3 py-2">
            <dt className="text-faint">{name}</dt>
            <dd className="text-soft">{value}</dd>
          </div>
        ))}
        <div className="flex justify-between gap-3 py-2">
          <dt className="text-faint">Reçu</dt>
          <dd className="text-soft">
            <Ago at={book.received_at} />
          </dd>
        </div>
        <div className="flex items-center justify-between gap-3 py-1">
          <dt className="text-faint">Texte</dt>
          <dd>
            <TextSize />
          </dd>
        </div>
      </dl>
      {book.latest_version > 1 && <Versions book={book} />}
      <a href={books.markdown(book.id, book.version)} download className={button({ className: "mt-4 w-full text-sm" })}>
        <Download aria-hidden="true" />
        Télécharger en Markdown
      </a>
      <DeleteBook id={book.id} />
    </div>
  );
}
