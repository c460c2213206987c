"use client";

import { useBook } from "#app/_components/data/books.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { NotHere } from "#app/_components/ui/not-here.tsx";
import type { BookView } from "#lib/contract/book.ts";
import { BookAside } from "./book-aside.tsx";
import { Chapter } from "./chapter.tsx";
import { Colophon } from "./colophon.tsx";
import { Contents, ContentsSheet } from "./contents.tsx";
import { ReaderSkeleton } from "./reader-skeleton.tsx";
import { ReadingProgress } from "./reading-progress.tsx";
import { useChapter } from "./use-chapter.ts";

export function Reader({ id }: { id: string }) {
  const { data: book, error, mutate } = useBook(id);
  if (error?.status === 404 || error?.status === 422) {
    return (
      <NotHere
        title="Ce livre n’est pas dans la bibliothèque"
        text="Il n’a pas encore été reçu, ou son adresse est incomplète."
      />
    );
  }
  if (book) return <OpenBook book={book} />;
  if (!error) return <ReaderSkeleton />;
  return (
    <div className="max-w-xl pt-11">
      <Failure error={error} retry={() => mutate()} />
    </div>
  );
}

function OpenBook({ book }: { book: BookView }) {
  const { position, chapter, go } = useChapter(book.chapters);
  return (
    <>
      <title>{`${book.book_title} — Sorami`}</title>
      <ReadingProgress position={position} total={book.chapters.length} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 pt-6 sm:pt-11 lg:grid-cols-[14rem_minmax(0,65ch)] xl:grid-cols-[14.5rem_minmax(0,40rem)]">
        <div className="lg:sticky lg:top-8 lg:max-h-[calc(100dvh-4rem)] lg:self-start lg:overflow-y-auto lg:pb-4">
          <ContentsSheet book={book} position={position} go={go} />
          <div className="hidden lg:block">
            <Contents book={book} position={position} go={go} />
            <BookAside book={book} />
          </div>
        </div>
        {chapter ? (
          <div className="min-w-0">
            <Chapter key={position} chapter={chapter} position={position} chapters={book.chapters} go={go} />
            {position === book.chapters.length && <Colophon book={book} />}
          </div>
        ) : (
          <p className="text-soft">Ce livre a été reçu sans chapitre.</p>
        )}
        <div className="mt-12 lg:hidden">
          <BookAside book={book} />
        </div>
      </div>
    </>
  );
}
