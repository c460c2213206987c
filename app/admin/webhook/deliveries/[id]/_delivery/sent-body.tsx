"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import useSWR from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import type { RequestFailed } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { button } from "#app/_components/ui/button.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import type { DeliveryView } from "#lib/contract/delivery.ts";
import { Source } from "./exchange.tsx";
import { pretty } from "./pretty.ts";
import { readText } from "./read-text.ts";

const maxShownLength = 60_000;

/** Shows the bytes that every attempt sends: indented for reading, or as they are in a file. */
export function SentBody({ delivery }: { delivery: DeliveryView }) {
  const [open, setOpen] = useState(false);
  const address = webhook.body(delivery.id);
  return (
    <section aria-labelledby="corps" className="mt-10 border-t border-line pt-6">
      <h2 id="corps" className="text-[1.375rem]">
        Corps envoyé
      </h2>
      {delivery.pruned ? (
        <p className="mt-2 max-w-prose text-soft">
          Il n’est plus conservé : le journal garde la trace, plus les octets. Cette livraison ne peut plus être
          renvoyée.
        </p>
      ) : (
        <>
          <p className="mt-2 max-w-prose text-soft">
            {count(delivery.body_bytes, "octet")}, les mêmes à chaque essai : le récepteur reconnaît un doublon.
          </p>
          <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
            <a href={address} download={`${delivery.event_id}.json`} className={button()}>
              <Download aria-hidden="true" />
              Télécharger tel quel
            </a>
          </div>
          <div className="mt-2">
            <Disclosure label="Lire ici" open={open} onOpenChange={setOpen}>
              <Body address={address} />
            </Disclosure>
          </div>
        </>
      )}
    </section>
  );
}

function Body({ address }: { address: string }) {
  const { data, error, mutate } = useSWR<string, RequestFailed>(address, readText, { revalidateOnFocus: false });
  if (error) return <Failure error={error} retry={() => mutate()} />;
  if (data === undefined) {
    return <SkeletonBlock label="Lecture du corps" bars={["h-40"]} />;
  }
  const text = pretty(data);
  const cut = text.length > maxShownLength;
  return (
    <Source label="Corps envoyé, mis en page">
      {cut ? `${text.slice(0, maxShownLength)}\n… (la suite est dans le fichier)` : text}
    </Source>
  );
}
