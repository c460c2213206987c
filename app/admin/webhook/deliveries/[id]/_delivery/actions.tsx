"use client";

import { Terminal } from "lucide-react";
import { webhook } from "#app/_components/data/keys.ts";
import { Resend } from "#app/_components/delivery/resend.tsx";
import { sortByNumber } from "#app/_components/status/describe-delivery.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { DeliveryView } from "#lib/contract/delivery.ts";
import { curlOf } from "./curl.ts";
import { readText } from "./read-text.ts";

/** The last request as a command: the clipboard is filled while the body is still being read, or Safari refuses it. */
async function copyCurl(delivery: DeliveryView) {
  const last = sortByNumber(delivery.attempts).at(-1);
  if (!last) return;
  try {
    await navigator.clipboard.writeText(curlOf(last, await readText(webhook.body(delivery.id))));
    const hidden = Object.values(last.request_headers).some((value) => value.includes("•"));
    toast("Commande copiée", {
      description: hidden
        ? "Les secrets y sont masqués\u202f: remplacez les points avant de la lancer."
        : "Sa signature n’est valable que cinq minutes après l’essai.",
    });
  } catch (error) {
    toast.error(error instanceof Error ? error.message : "La copie n’a pas abouti.");
  }
}

export function Actions({ delivery }: { delivery: DeliveryView }) {
  const test = delivery.event_type === "webhook.test";
  return (
    <div className="mt-5 flex flex-wrap gap-3">
      {!test && !delivery.pruned && <Resend delivery={delivery} />}
      {delivery.attempts.length > 0 && !delivery.pruned && (
        <Button onClick={() => copyCurl(delivery)}>
          <Terminal aria-hidden="true" />
          Copier en curl
        </Button>
      )}
    </div>
  );
}
