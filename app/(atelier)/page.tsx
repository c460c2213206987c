import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { currentModel } from "#lib/generation/choice/current-model.ts";
import { LocalModel } from "./_local/local-model.tsx";
import { NewBook } from "./_new-book/new-book.tsx";
import { InProgress } from "./_progress/in-progress.tsx";
import { LatestBooks } from "./_received/latest-books.tsx";
import { LatestDeliveries } from "./_received/latest-deliveries.tsx";
import { EndpointWarnings } from "./_warnings/endpoint-warnings.tsx";

export const metadata: Metadata = { title: { absolute: "Sorami — Atelier" } };

export default function Page() {
  const demo = connection()
    .then(currentModel)
    .then((model) => model.demo);
  return (
    <>
      <EndpointWarnings />
      <Suspense>
        <LocalModel />
      </Suspense>
      <div className="grid gap-y-12 pt-9 sm:pt-11 lg:grid-cols-[minmax(0,1fr)_minmax(0,26.5rem)] lg:gap-x-14">
        <NewBook demo={demo} />
        <InProgress />
      </div>
      <LatestBooks />
      <LatestDeliveries />
    </>
  );
}
