"use client";

import { useBookChapter } from "#app/_components/data/books.ts";
import { Prose } from "#app/_components/prose/prose.tsx";
import { readingTime } from "#app/_components/text/numbers.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import type { BookContents } from "#lib/contract/reading.ts";
import { CitedPassages } from "./cited-passages.tsx";
import { PageTurns } from "./page-turns.tsx";
import { TextSkeleton } from "./reader-skeleton.tsx";

type ChapterProps = { book: BookContents; position: number; go: (position: number) => void };

/** One chapter, whose text comes alone. */
export function Chapter({ book, position, go }: ChapterProps) {
  const { data, error, mutate } = useBookChapter(book, position);
  const title = book.chapters[position - 1]?.title ?? "";
  return (
    <article aria-labelledby="chapitre" className="min-w-0 animate-appear">
      <p className="text-[0.8125rem] text-faint">
        Chapitre {position}
        {data && ` · ${readingTime(data.word_count)}`}
        {book.demo && " · Livre de démonstration"}
      </p>
      <h1
        id="chapitre"
        lang={book.language}
        tabIndex={-1}
        className="mt-2 mb-8 text-[2.125rem] leading-[1.15] tracking-tight outline-none sm:text-[2.75rem]"
      >
        {title}
      </h1>
      {data?.content.trim() ? (
        <Prose html={data.html} language={book.language} dropCap />
      ) : data ? (
        <p className="text-soft">Ce chapitre a été reçu sans texte.</p>
      ) : error ? (
        <Failure error={error} retry={() => mutate()} />
      ) : (
        <TextSkeleton />
      )}
      {data && <CitedPassages book={book} position={position} />}
      <PageTurns position={position} chapters={book.chapters} go={go} />
    </article>
  );
}
