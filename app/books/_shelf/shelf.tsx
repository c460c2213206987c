"use client";

import useSWRInfinite from "swr/infinite";
import { BookCard } from "#app/_components/cover/book-card.tsx";
import { books } from "#app/_components/data/keys.ts";
import type { RequestFailed } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Loading, Skeleton } from "#app/_components/ui/skeleton.tsx";
import type { BookCardList } from "#lib/contract/book.ts";
import { EmptyShelf } from "./empty-shelf.tsx";

const grid = "grid grid-cols-2 gap-x-5.5 gap-y-9 min-[30rem]:grid-cols-3 md:grid-cols-4 lg:grid-cols-5";

function keyOf(_index: number, previous: BookCardList | null): string | null {
  if (!previous) return books.page();
  return previous.next_cursor && books.page(previous.next_cursor);
}

/** The received books, newest first, on as many boards as were asked for. */
export function Shelf() {
  const { data, error, mutate, setSize, isValidating } = useSWRInfinite<BookCardList, RequestFailed>(keyOf, {
    refreshInterval: 15_000,
    revalidateAll: false,
  });
  const failure = error && (
    <div className="mt-8 max-w-xl">
      <Failure error={error} retry={() => mutate()} />
    </div>
  );
  if (!data) {
    if (failure) return failure;
    return (
      <Loading label="Lecture de la bibliothèque">
        <div className={`mt-9 ${grid}`}>
          <Skeleton className="aspect-2/3" />
          <Skeleton className="aspect-2/3" />
          <Skeleton className="aspect-2/3" />
        </div>
      </Loading>
    );
  }
  const shelved = data.flatMap((page) => page.items);
  const more = data.at(-1)?.next_cursor;
  if (shelved.length === 0) return failure ?? <EmptyShelf />;
  return (
    <>
      <p className="mt-2 text-soft">
        {more
          ? `Les ${count(shelved.length, "livre")} reçus en dernier`
          : `${count(shelved.length, "livre reçu", "livres reçus")} par webhook`}
      </p>
      <ul className={`mt-9 ${grid}`}>
        {shelved.map((book) => (
          <li key={book.id} className="animate-appear">
            <BookCard book={book} />
          </li>
        ))}
      </ul>
      {failure}
      {more && !failure && (
        <div className="mt-12 text-center">
          <Button busy={isValidating} onClick={() => setSize((size) => size + 1)}>
            Charger la suite
          </Button>
        </div>
      )}
    </>
  );
}
