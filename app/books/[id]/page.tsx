import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { SWRConfig } from "swr";
import { books } from "#app/_components/data/keys.ts";
import { getBook } from "#lib/library/books.ts";
import { Reader } from "./_reader/reader.tsx";
import { ReaderSkeleton } from "./_reader/reader-skeleton.tsx";

export const metadata: Metadata = { title: "Lecture" };

/** What cannot be read here is left to the browser's own request, which says why. */
const handOver = (id: string) => ({ [books.one(id)]: getBook(id).catch(() => undefined) });

export default function Page({ params }: PageProps<"/books/[id]">) {
  return (
    <Suspense fallback={<ReaderSkeleton />}>
      {Promise.all([params, connection()]).then(([{ id }]) => (
        <SWRConfig value={{ fallback: handOver(id) }}>
          <Reader id={id} />
        </SWRConfig>
      ))}
    </Suspense>
  );
}
