"use client";

import { useState } from "react";
import { Button } from "#app/_components/ui/button.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import type { PracticeBehaviour } from "#lib/contract/practice.ts";
import { BehaviourField } from "./behaviour-field.tsx";
import { Exercise } from "./exercise.tsx";
import { usePractice } from "./use-practice.ts";

/** A receiver that misbehaves as told, to watch how Sorami reacts. `demo`: writing a book costs nothing. */
export function Practice({ demo }: { demo: boolean }) {
  const { list, error, retry, endpoint, current, point, busy } = usePractice();
  const [chosen, choose] = useState<PracticeBehaviour>();
  const selected = chosen ?? list?.items.find(({ behaviour }) => behaviour === current)?.behaviour ?? "500";
  return (
    <section aria-labelledby="entrainement" className="mt-16 border-t border-line pt-9">
      <h2 id="entrainement" className="text-[1.75rem]">
        S’entraîner
      </h2>
      <p className="mt-2 max-w-prose text-pretty text-soft">
        Un récepteur de cette machine qui échoue comme on le lui demande, et une destination qui y mène avec un
        calendrier raccourci. En développement seulement.
      </p>
      {list ? (
        <div className="mt-6 grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div>
            <BehaviourField items={list.items} value={selected} onChange={choose} />
            <Button className="mt-4" busy={busy || selected === current} onClick={() => point(selected)}>
              {selected === current
                ? "C’est le comportement en place"
                : endpoint
                  ? "Passer à ce comportement"
                  : "Créer la destination d’entraînement"}
            </Button>
          </div>
          <div className="border-line lg:border-l lg:pl-10">
            {endpoint ? (
              <Exercise endpoint={endpoint} demo={demo} />
            ) : (
              <p className="text-sm text-soft">
                Elle recevra aussi les vrais livres terminés sur cette machine, jusqu’à ce que vous la mettiez en pause
                ou la supprimiez.
              </p>
            )}
          </div>
        </div>
      ) : error ? (
        <div className="mt-6 max-w-xl">
          <Failure error={error} retry={retry} />
        </div>
      ) : (
        <SkeletonBlock label="Lecture de l’entraînement" bars={["mt-6 h-32"]} />
      )}
    </section>
  );
}
