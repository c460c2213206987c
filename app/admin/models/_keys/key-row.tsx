"use client";

import { useState } from "react";
import { models } from "#app/_components/data/keys.ts";
import { useRefreshModels } from "#app/_components/data/models.ts";
import { RequestFailed, remove } from "#app/_components/data/request.ts";
import { providerName } from "#app/_components/model/describe-model.ts";
import { Ago } from "#app/_components/time/moment.tsx";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Mark, type MarkKind } from "#app/_components/ui/mark.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { ModelKeyView } from "#lib/contract/model.ts";
import { KeyForm } from "./key-form.tsx";

const markOf = ({ source, readable }: ModelKeyView): MarkKind =>
  readable ? (source === "default" ? "off" : "done") : "failed";

const isSetHere = ({ source, base_url }: ModelKeyView) => source === "page" || base_url?.source === "page";

function State({ keyView: key }: { keyView: ModelKeyView }) {
  if (!key.readable)
    return <>La clé ne peut plus être déchiffrée (APP_SECRET a changé) : saisissez-la de nouveau, ou retirez-la.</>;
  return (
    <>
      {key.source === "default" && "Aucune clé"}
      {key.source === "environment" && `De la variable ${key.variable}`}
      {key.source === "page" && key.set_at && (
        <>
          Saisie ici <Ago at={key.set_at} />
        </>
      )}
      {key.fingerprint && (
        <>
          {" · empreinte "}
          <code className="font-mono">{key.fingerprint}</code>
        </>
      )}
      {key.last_used_at && (
        <>
          {" · servie "}
          <Ago at={key.last_used_at} />
        </>
      )}
    </>
  );
}

/** Shows where a provider's key comes from, never the key; enters another, or removes the page's. */
export function KeyRow({ keyView: key }: { keyView: ModelKeyView }) {
  const refresh = useRefreshModels();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<string>();
  const name = providerName(key.provider);
  const end = async () => {
    setRefused(undefined);
    try {
      await remove(models.key(key.provider));
      toast("Clé retirée");
      await refresh();
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setRefused(error.message);
    }
  };
  return (
    <li className="py-3 text-sm">
      <p className="flex items-baseline gap-2.5 font-medium">
        <Mark kind={markOf(key)} />
        {name}
      </p>
      <div className="mt-0.5 pl-5 text-[0.8125rem] text-soft">
        <p>
          <State keyView={key} />
        </p>
        {key.base_url?.value && (
          <p className="font-mono [overflow-wrap:anywhere]">
            {key.base_url.value} {key.base_url.source === "environment" && "(variable)"}
          </p>
        )}
        <Disclosure
          label={`${key.source === "page" ? "Remplacer" : "Saisir"} la clé ${name}`}
          open={open}
          onOpenChange={setOpen}
        >
          <KeyForm keyView={key} onDone={() => setOpen(false)} />
        </Disclosure>
        {isSetHere(key) && (
          <Confirm
            trigger={(ask) => (
              <Button look="bare" className="mx-0 px-0" aria-label={`Retirer la clé ${name}`} onClick={ask}>
                Retirer
              </Button>
            )}
            title={`Retirer la clé ${name} ?`}
            description={`Sorami l’oublie. La variable ${key.variable} servira de nouveau, si elle est définie.`}
            keep="La garder"
            confirm="La retirer"
            onConfirm={end}
          />
        )}
        {refused && (
          <p role="alert" className="mt-2 font-medium text-fail">
            {refused}
          </p>
        )}
      </div>
    </li>
  );
}
