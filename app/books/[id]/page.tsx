import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { SWRConfig } from "swr";
import { books } from "#app/_components/data/keys.ts";
import { readFallback } from "#app/_components/data/read-fallback.ts";
import { contentsOfBook } from "#app/api/books/contents-of-book.ts";
import { getBookChapter } from "#lib/library/contents.ts";
import { readVersion } from "./_reader/read-version.ts";
import { Reader } from "./_reader/reader.tsx";
import { ReaderSkeleton } from "./_reader/reader-skeleton.tsx";

export const metadata: Metadata = { title: "Lecture" };

/** A book may have a million words: only the chapter that is read goes with the page. */
async function handBook(
  id: string,
  { chapitre = "1", version: asked }: Awaited<PageProps<"/books/[id]">["searchParams"]>,
) {
  const position = Math.max(1, Number.parseInt(String(chapitre), 10) || 1);
  const version = readVersion(asked === undefined ? null : String(asked));
  const book = await readFallback(books.contents(id, version), contentsOfBook(id, version));
  const read = Object.values(book)[0]?.version;
  const text = await readFallback(books.chapter(id, position, read), getBookChapter(id, String(position), read));
  return { ...book, ...text };
}

export default function Page({ params, searchParams }: PageProps<"/books/[id]">) {
  return (
    <Suspense fallback={<ReaderSkeleton />}>
      {Promise.all([params, searchParams, connection()]).then(async ([{ id }, query]) => (
        <SWRConfig value={{ fallback: await handBook(id, query) }}>
          <Reader id={id} />
        </SWRConfig>
      ))}
    </Suspense>
  );
}
