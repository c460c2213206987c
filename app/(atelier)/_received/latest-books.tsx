"use client";

import { useEffect, useRef } from "react";
import { BookCard } from "#app/_components/cover/book-card.tsx";
import { useLatestBooks } from "#app/_components/data/books.ts";
import { useJobs } from "#app/_components/data/jobs.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import { SectionHeading } from "./section-heading.tsx";

/** Counts the received webhooks: the shelf is read again when the count changes. */
function useArrivals() {
  const { data } = useJobs();
  return data?.items.filter((job) => job.webhook.status === "delivered").length;
}

export function LatestBooks() {
  const { data, error, mutate } = useLatestBooks();
  const arrivals = useArrivals();
  const known = useRef(arrivals);
  useEffect(() => {
    // The first count comes with the page, whose books are being read anyway.
    if (known.current !== undefined && known.current !== arrivals) void mutate();
    known.current = arrivals;
  }, [arrivals, mutate]);
  // Without any answer, the books being written already say so.
  if (data?.items.length === 0 || (error?.status === 0 && !data)) return null;
  return (
    <section aria-labelledby="recus" className="mt-12 border-t border-line pt-8">
      <SectionHeading id="recus" title="Reçus dernièrement" href="/books" />
      {error && !data ? (
        <div className="mt-5 max-w-xl">
          <Failure error={error} retry={() => mutate()} />
        </div>
      ) : data ? (
        <ul className="-mx-5 mt-5 flex snap-x gap-5.5 overflow-x-auto px-5 pb-3 sm:mx-0 sm:grid sm:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] sm:overflow-visible sm:px-0 sm:pb-0 lg:grid-cols-6">
          {data.items.map((book) => (
            <li key={book.id} className="w-36 shrink-0 snap-start scroll-ml-5 sm:w-auto">
              <BookCard book={book} />
            </li>
          ))}
        </ul>
      ) : (
        <SkeletonBlock
          label="Lecture de la bibliothèque"
          className="mt-5 grid grid-cols-2 gap-5.5 sm:grid-cols-4 lg:grid-cols-6"
          bars={["aspect-2/3", "aspect-2/3"]}
        />
      )}
    </section>
  );
}
