import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { SWRConfig } from "swr";
import { books } from "#app/_components/data/keys.ts";
import { getBook } from "#lib/library/books.ts";
import { Reader } from "./_reader/reader.tsx";
import { ReaderSkeleton } from "./_reader/reader-skeleton.tsx";

export const metadata: Metadata = { title: "Lecture" };

/**
 * What cannot be read here is left to the browser's own request, which says why. SWR is given the value, never a promise:
 * a component that waits for one is rendered again with hooks of the render that was thrown away, and SWR's then fail.
 */
const handOver = async (id: string) => ({ [books.one(id)]: await getBook(id).catch(() => undefined) });

export default function Page({ params }: PageProps<"/books/[id]">) {
  return (
    <Suspense fallback={<ReaderSkeleton />}>
      {Promise.all([params, connection()]).then(async ([{ id }]) => (
        <SWRConfig value={{ fallback: await handOver(id) }}>
          <Reader id={id} />
        </SWRConfig>
      ))}
    </Suspense>
  );
}
