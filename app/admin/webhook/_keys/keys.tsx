"use client";

import { useState } from "react";
import { Until } from "#app/_components/time/moment.tsx";
import { Button } from "#app/_components/ui/button.tsx";
import type { EndpointView } from "#lib/contract/endpoint.ts";
import { KeyOnce } from "./key-once.tsx";
import { KeyRow } from "./key-row.tsx";
import { Rotate } from "./rotate.tsx";
import { useShownOnce } from "./use-shown-once.ts";

/** The keys that sign what goes to a destination, and how to replace them without losing an event. */
export function Keys({ endpoint }: { endpoint: EndpointView }) {
  const [secret, setSecret] = useShownOnce<string>();
  const [rotating, setRotating] = useState(false);
  const old = endpoint.keys.find(({ current }) => !current);
  return (
    <section aria-labelledby="cles">
      <h2 id="cles" className="text-lg">
        Clés
      </h2>
      {endpoint.keys.length === 0 ? (
        <p className="mt-1.5 text-sm text-soft">
          Aucune clé : rien n’est signé, et le récepteur ne peut pas savoir qui lui écrit. Le développement s’en passe,
          la production non.
        </p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {endpoint.keys.map((key) => (
            <KeyRow key={key.id} keyView={key} endpoint={endpoint} />
          ))}
        </ul>
      )}
      <div className="mt-4">
        {secret ? (
          <KeyOnce secret={secret} done={<Button onClick={() => setSecret(undefined)}>La clé est en lieu sûr</Button>}>
            <p>
              Donnez-la au récepteur à côté de l’ancienne, sans retirer celle-ci. Un récepteur Sorami prend les deux
              dans <code className="font-mono text-ink">WEBHOOK_SECRET</code>, séparées par une espace.
            </p>
            {old?.expires_at ? (
              <p>
                L’ancienne signe encore <Until time={old.expires_at} />. Envoyez un test : quand la nouvelle est
                vérifiée, retirez l’ancienne du récepteur.
              </p>
            ) : (
              <p>L’ancienne ne signe plus : les envois échouent tant que le récepteur n’a pas la nouvelle.</p>
            )}
          </KeyOnce>
        ) : rotating ? (
          <Rotate
            endpoint={endpoint}
            onDone={(generated) => {
              setRotating(false);
              setSecret(generated);
            }}
            onCancel={() => setRotating(false)}
          />
        ) : (
          <Button onClick={() => setRotating(true)}>
            {endpoint.keys.length === 0 ? "Créer une clé" : "Remplacer la clé"}
          </Button>
        )}
      </div>
    </section>
  );
}
