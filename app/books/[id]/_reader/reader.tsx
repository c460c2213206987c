"use client";

import { useSearchParams } from "next/navigation";
import { useBookContents } from "#app/_components/data/books.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { NotHere } from "#app/_components/ui/not-here.tsx";
import type { BookContents } from "#lib/contract/reading.ts";
import { BookAside } from "./book-aside.tsx";
import { Chapter } from "./chapter.tsx";
import { Colophon } from "./colophon.tsx";
import { Contents, ContentsSheet } from "./contents.tsx";
import { readVersion } from "./read-version.ts";
import { ReaderSkeleton } from "./reader-skeleton.tsx";
import { ReadingProgress } from "./reading-progress.tsx";
import { useChapter } from "./use-chapter.ts";
import { EarlierVersion } from "./versions.tsx";

export function Reader({ id }: { id: string }) {
  const version = readVersion(useSearchParams().get("version"));
  const { data: book, error, mutate } = useBookContents(id, version);
  if (error?.status === 404 && version !== undefined)
    return (
      <NotHere
        title="Cette version n’est pas dans la bibliothèque"
        text="Ce livre n’en a pas de ce numéro, ou il n’a pas encore été reçu."
      />
    );
  if (error?.status === 404 || error?.status === 422) {
    return (
      <NotHere
        title="Ce livre n’est pas dans la bibliothèque"
        text="Il n’a pas encore été reçu, ou son adresse est incomplète."
      />
    );
  }
  if (book) return <OpenBook key={book.version} book={book} />;
  if (!error) return <ReaderSkeleton />;
  return (
    <div className="max-w-xl pt-11">
      <Failure error={error} retry={() => mutate()} />
    </div>
  );
}

function OpenBook({ book }: { book: BookContents }) {
  const { position, go } = useChapter(book.chapters.length);
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
        {book.chapters.length > 0 ? (
          <div className="min-w-0">
            {book.version < book.latest_version && <EarlierVersion book={book} />}
            <Chapter key={position} book={book} position={position} go={go} />
            {position === book.chapters.length && <Colophon book={book} go={go} />}
          </div>
        ) : (
          <NoChapter title={book.book_title} />
        )}
        <div className="mt-12 lg:hidden">
          <BookAside book={book} />
        </div>
      </div>
    </>
  );
}

function NoChapter({ title }: { title: string }) {
  return (
    <div className="min-w-0">
      <h1 className="text-[2.125rem] leading-[1.15] tracking-tight sm:text-[2.75rem]">{title}</h1>
      <p className="mt-6 max-w-prose text-soft">
        Ce livre a été reçu sans chapitre{"\u202f"}: son expéditeur n’en a pas envoyé. Ce qui est arrivé est dans{" "}
        <Link
          href="/admin/webhook/inbox"
          className="text-ink underline decoration-line underline-offset-4 hover:decoration-accent"
        >
          les événements reçus
        </Link>
        .
      </p>
    </div>
  );
}
