import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { SWRConfig } from "swr";
import { handOver } from "#app/_components/data/hand-over.ts";
import { books } from "#app/_components/data/keys.ts";
import { getBook } from "#lib/library/books.ts";
import { Reader } from "./_reader/reader.tsx";
import { ReaderSkeleton } from "./_reader/reader-skeleton.tsx";

export const metadata: Metadata = { title: "Lecture" };

export default function Page({ params }: PageProps<"/books/[id]">) {
  return (
    <Suspense fallback={<ReaderSkeleton />}>
      {Promise.all([params, connection()]).then(async ([{ id }]) => (
        <SWRConfig value={{ fallback: await handOver(books.one(id), getBook(id)) }}>
          <Reader id={id} />
        </SWRConfig>
      ))}
    </Suspense>
  );
}
