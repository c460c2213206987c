"use client";

import { Plus } from "lucide-react";
import { useEndpoints } from "#app/_components/data/endpoints.ts";
import { button } from "#app/_components/ui/button.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import { EndpointRow } from "./endpoint-row.tsx";

/** Lists every destination with its state and actions. */
export function Endpoints() {
  const { data, error, mutate } = useEndpoints();
  return (
    <section aria-labelledby="destinations" className="mt-16 border-t border-line pt-9">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 id="destinations" className="text-[1.75rem]">
          Destinations
        </h2>
        <Link href="/admin/webhook/endpoints/new" className={button()}>
          <Plus aria-hidden="true" />
          Ajouter une destination
        </Link>
      </div>
      <p className="mt-2 max-w-prose text-pretty text-soft">
        Chaque événement part vers toutes les destinations qui le demandent. Une destination lente ou muette n’en
        retarde aucune autre.
      </p>
      {data ? (
        <ul className="mt-6 divide-y divide-line border-y border-line">
          {data.items.map((endpoint) => (
            <EndpointRow key={endpoint.id} endpoint={endpoint} />
          ))}
        </ul>
      ) : error ? (
        <div className="mt-6 max-w-xl">
          <Failure error={error} retry={() => mutate()} />
        </div>
      ) : (
        <SkeletonBlock label="Lecture des destinations" className="mt-7 space-y-6" bars={["h-12", "h-12"]} />
      )}
      {data?.items.length === 1 && (
        <p className="mt-4 max-w-prose text-sm text-soft">
          Il n’y a que la destination principale, celle que règlent les champs ci-dessus. Une autre peut recevoir les
          mêmes livres, avec son adresse et sa clé.
        </p>
      )}
    </section>
  );
}
