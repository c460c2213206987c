"use client";

import { ArrowLeft } from "lucide-react";
import { nameOf } from "#app/_components/status/describe-endpoint.ts";
import { button } from "#app/_components/ui/button.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { EndpointSecret } from "#lib/contract/endpoint.ts";
import { KeyOnce } from "../../../_keys/key-once.tsx";
import { useShownOnce } from "../../../_keys/use-shown-once.ts";
import { NewEndpointForm } from "./new-endpoint-form.tsx";

/** Adds a destination, then shows its generated key, this once. */
export function NewEndpoint() {
  const [created, setCreated] = useShownOnce<EndpointSecret>();
  return (
    <div className="max-w-xl pt-5 sm:pt-6">
      <Link
        href="/admin/webhook#destinations"
        className="inline-flex min-h-8 items-center gap-1.5 text-sm text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        Toutes les destinations
      </Link>
      <h1 className="mt-2 text-[2.125rem] leading-tight tracking-tight sm:text-[2.625rem]">
        {created ? nameOf(created.endpoint) : "Nouvelle destination"}
      </h1>
      {created ? <Created {...created} /> : <NewEndpointForm onCreated={setCreated} />}
    </div>
  );
}

function Created({ endpoint, secret, warning }: EndpointSecret) {
  const open = (
    <Link href={`/admin/webhook/endpoints/${endpoint.id}`} className={button({ look: "primary" })}>
      Ouvrir la destination et la tester
    </Link>
  );
  return (
    <div className="mt-7 space-y-5">
      <Notice kind="done" live>
        La destination est ajoutée : les prochains livres partiront aussi vers elle.
      </Notice>
      {warning && <Notice kind="waiting">{warning}</Notice>}
      {secret ? (
        <KeyOnce secret={secret} done={open}>
          <p>
            Le récepteur en a besoin pour vérifier l’en-tête{" "}
            <code className="font-mono text-ink">webhook-signature</code>
            {"\u202f"}: donnez-la-lui, puis envoyez un test.
          </p>
        </KeyOnce>
      ) : (
        open
      )}
    </div>
  );
}
