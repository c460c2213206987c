"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useSWRConfig } from "swr";
import type { DeliveryView } from "#lib/contract/delivery.ts";
import { webhook } from "../data/keys.ts";
import { post } from "../data/request.ts";
import { Button } from "../ui/button.tsx";

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
  return (
    <Button look="primary" busy={busy} onClick={resend}>
      {delivery.status === "disabled" ? "Envoyer maintenant" : "Renvoyer maintenant"}
    </Button>
  );
}
