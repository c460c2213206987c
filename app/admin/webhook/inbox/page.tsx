import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Suspense } from "react";
import { Inbox } from "./_inbox/inbox.tsx";
import { InboxSkeleton } from "./_inbox/inbox-skeleton.tsx";

export const metadata: Metadata = { title: "Reçus" };

export default function Page() {
  return (
    <>
      <h1 className="pt-5 text-[2.125rem] leading-tight tracking-tight sm:pt-6 sm:text-[2.625rem]">Reçus</h1>
      <p className="mt-2 max-w-prose text-pretty text-soft">
        Les événements que cette installation a acceptés, et ce qui prouve leur origine. Un événement qui revient est
        compté, jamais rangé deux fois.
      </p>
      <Suspense fallback={<InboxSkeleton />}>
        <NuqsAdapter>
          <Inbox />
        </NuqsAdapter>
      </Suspense>
    </>
  );
}
