import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Suspense } from "react";
import { button } from "#app/_components/ui/button.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { List } from "./_list/list.tsx";
import { ListSkeleton } from "./_list/list-skeleton.tsx";

export const metadata: Metadata = { title: "Rédactions" };

export default function Page() {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-9 sm:pt-11">
        <h1 className="text-[2.125rem] leading-tight tracking-tight sm:text-[2.625rem]">Rédactions</h1>
        <Link href="/deleted" className={button({ look: "bare" })}>
          Corbeille
        </Link>
      </div>
      <Suspense fallback={<ListSkeleton />}>
        <NuqsAdapter>
          <List />
        </NuqsAdapter>
      </Suspense>
    </>
  );
}
