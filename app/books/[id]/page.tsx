import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { SWRConfig } from "swr";
import { books } from "#app/_components/data/keys.ts";
import { readFallback } from "#app/_components/data/read-fallback.ts";
import { getBookChapter, getBookContents } from "#lib/library/contents.ts";
import { Reader } from "./_reader/reader.tsx";
import { ReaderSkeleton } from "./_reader/reader-skeleton.tsx";

export const metadata: Metadata = { title: "Lecture" };

/** A book may have a million words: only the chapter that is read goes with the page. */
async function handBook(id: string, chapter: string | string[] = "1") {
  const position = Math.max(1, Number.parseInt(String(chapter), 10) || 1);
  const [contents, text] = await Promise.all([
    readFallback(books.contents(id), getBookContents(id)),
    readFallback(books.chapter(id, position), getBookChapter(id, String(position))),
  ]);
  return { ...contents, ...text };
}

export default function Page({ params, searchParams }: PageProps<"/books/[id]">) {
  return (
    <Suspense fallback={<ReaderSkeleton />}>
      {Promise.all([params, searchParams, connection()]).then(async ([{ id }, { chapitre }]) => (
        <SWRConfig value={{ fallback: await handBook(id, chapitre) }}>
          <Reader id={id} />
        </SWRConfig>
      ))}
    </Suspense>
  );
}
