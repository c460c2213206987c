"use client";

import { useState } from "react";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints } from "#app/_components/data/keys.ts";
import { RequestFailed, remove } from "#app/_components/data/request.ts";
import { Mark } from "#app/_components/status/mark.tsx";
import { Ago, Until } from "#app/_components/time/moment.tsx";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { EndpointView, KeyView } from "#lib/contract/endpoint.ts";

type KeyRowProps = { keyView: KeyView; endpoint: EndpointView };

/** Shows a key without its secret: its fingerprint, how long it signs, and when the receiver last verified it. */
export function KeyRow({ keyView: key, endpoint }: KeyRowProps) {
  const refresh = useRefreshWebhook();
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await remove(endpoints.key(endpoint.id, key.id));
      toast("L’ancienne clé ne signe plus");
      await refresh();
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setRefused(error.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="py-3 text-sm">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <Mark kind={key.current ? "done" : "waiting"} />
        <code className="font-mono text-ink">{key.fingerprint}</code>
        <span className="text-soft">{key.current ? "actuelle" : "ancienne"}</span>
      </div>
      <div className="mt-1 pl-5 text-[0.8125rem] text-soft">
        {key.source === "environment" && <p>De la variable WEBHOOK_SECRET</p>}
        <p>
          Créée <Ago at={key.created_at} />
          {key.expires_at && (
            <>
              {" "}
              · signe encore <Until time={key.expires_at} />
            </>
          )}
        </p>
        <p>
          {key.last_verified_at ? (
            <>
              Vérifiée par le récepteur pour la dernière fois <Ago at={key.last_verified_at} />
            </>
          ) : (
            "Le récepteur ne l’a pas encore vérifiée"
          )}
        </p>
        {!key.current && (
          <Confirm
            trigger={(ask) => (
              <Button className="mt-2" busy={busy} onClick={ask}>
                Y mettre fin maintenant
              </Button>
            )}
            title="Mettre fin à l’ancienne clé ?"
            description={`La clé ${key.fingerprint} ne signera plus dès le prochain envoi. Un récepteur qui n’aurait qu’elle refuserait tout.`}
            keep="La garder"
            confirm="Y mettre fin"
            onConfirm={end}
          />
        )}
        {refused && (
          <div className="mt-3">
            <Notice kind="failed" live>
              {refused}
            </Notice>
          </div>
        )}
      </div>
    </li>
  );
}
