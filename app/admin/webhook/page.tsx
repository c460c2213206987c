import type { Metadata } from "next";
import { Suspense } from "react";
import { Endpoints } from "./_endpoints/endpoints.tsx";
import { Latest } from "./_latest/latest.tsx";
import { PracticePlace } from "./_practice/practice-place.tsx";
import { QueueState } from "./_queue/queue-state.tsx";
import { Settings } from "./_settings/settings.tsx";

export const metadata: Metadata = { title: "Webhooks" };

export default function Page() {
  return (
    <>
      <h1 className="pt-5 text-[2.125rem] leading-tight tracking-tight sm:pt-6 sm:text-[2.625rem]">Webhooks</h1>
      <p className="mt-2 max-w-prose text-pretty text-soft">
        Quand un livre est terminé, Sorami l’envoie à cette adresse, et recommence jusqu’à ce qu’il soit reçu.
      </p>
      <Settings />
      <Endpoints />
      <QueueState />
      <Suspense>
        <PracticePlace />
      </Suspense>
      <section aria-labelledby="livraisons" className="mt-16 border-t border-line pt-9">
        <h2 id="livraisons" className="text-[1.75rem]">
          Dernières livraisons
        </h2>
        <div className="mt-4">
          <Latest />
        </div>
      </section>
    </>
  );
}
