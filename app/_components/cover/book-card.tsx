import { Link } from "#app/_components/ui/link.tsx";
import type { BookCard as Book } from "#lib/contract/book.ts";
import { count } from "../text/numbers.ts";
import { Cover } from "./cover.tsx";

/** A received book on a shelf. */
export function BookCard({ book }: { book: Book }) {
  return (
    <Link href={`/books/${book.id}`} className="group block rounded-sm">
      <div className="transition-transform duration-300 ease-out group-hover:-translate-y-1">
        <Cover title={book.title} topic={book.topic} />
      </div>
      <p className="mt-3 text-[0.8125rem] text-soft">
        {count(book.chapter_count, "chapitre")} · {count(book.word_count, "mot")}
        {book.version > 1 && ` · version ${book.version}`}
        {book.demo && <span className="block text-faint">Livre de démonstration</span>}
      </p>
    </Link>
  );
}
