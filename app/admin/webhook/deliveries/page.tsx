import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Suspense } from "react";
import { Log } from "./_log/log.tsx";
import { LogSkeleton } from "./_log/log-skeleton.tsx";

export const metadata: Metadata = { title: "Livraisons" };

export default function Page() {
  return (
    <>
      <h1 className="pt-5 text-[2.125rem] leading-tight tracking-tight sm:pt-6 sm:text-[2.625rem]">Livraisons</h1>
      <Suspense fallback={<LogSkeleton />}>
        <NuqsAdapter>
          <Log />
        </NuqsAdapter>
      </Suspense>
    </>
  );
}
