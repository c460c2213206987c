import type { Metadata } from "next";
import { Suspense } from "react";
import { Reader } from "./_reader/reader.tsx";
import { ReaderSkeleton } from "./_reader/reader-skeleton.tsx";

export const metadata: Metadata = { title: "Lecture" };

export default function Page({ params }: PageProps<"/books/[id]">) {
  return (
    <Suspense fallback={<ReaderSkeleton />}>
      {params.then(({ id }) => (
        <Reader id={id} />
      ))}
    </Suspense>
  );
}
