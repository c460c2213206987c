import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Suspense } from "react";
import { List } from "./_list/list.tsx";
import { ListSkeleton } from "./_list/list-skeleton.tsx";

export const metadata: Metadata = { title: "Rédactions" };

export default function Page() {
  return (
    <>
      <h1 className="pt-9 text-[2.125rem] leading-tight tracking-tight sm:pt-11 sm:text-[2.625rem]">Rédactions</h1>
      <Suspense fallback={<ListSkeleton />}>
        <NuqsAdapter>
          <List />
        </NuqsAdapter>
      </Suspense>
    </>
  );
}
