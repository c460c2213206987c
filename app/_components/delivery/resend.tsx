"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { toast } from "#app/_components/ui/toast.ts";
import type { DeliveryView } from "#lib/contract/delivery.ts";
import { webhook } from "../data/keys.ts";
import { post } from "../data/request.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";

/** Sends it once more; asks first when it has already been received. */
export function Resend({ delivery }: { delivery: DeliveryView }) {
  const { mutate } = useSWRConfig();
  const [busy, setBusy] = useState(false);
  const resend = async () => {
    setBusy(true);
    try {
      await post(webhook.resend(delivery.id));
      toast("Envoi relancé", { description: "La réponse paraîtra ici dès qu’elle arrive." });
      await mutate((key) => typeof key === "string" && key.includes("/api/webhook/deliveries"));
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "Le renvoi n’a pas abouti.");
    } finally {
      setBusy(false);
    }
  };
  if (delivery.status === "delivered") {
    return (
      <Confirm
        trigger={(ask) => (
          <Button busy={busy} onClick={ask}>
            Renvoyer…
          </Button>
        )}
        title="Renvoyer ce qui est déjà reçu ?"
        description="Le récepteur a confirmé la réception. L’événement repartira avec le même numéro : un récepteur qui suit la règle reconnaîtra un doublon."
        keep="Ne pas renvoyer"
        confirm="Renvoyer"
        onConfirm={resend}
      />
    );
  }
  return (
    <Button look="primary" busy={busy} onClick={resend}>
      {delivery.status === "failed" ? "Renvoyer maintenant" : "Envoyer maintenant"}
    </Button>
  );
}
