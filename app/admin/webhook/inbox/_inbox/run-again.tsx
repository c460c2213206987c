"use client";

import { useState } from "react";
import { inbox } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { toast } from "#app/_components/ui/toast.ts";

/** Processes an event again, from the bytes that were kept. */
export function RunAgain({ id, changed }: { id: string; changed: () => void }) {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await post(inbox.run(id));
      toast("Événement traité");
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "Le traitement n’a pas abouti.");
    } finally {
      changed();
      setBusy(false);
    }
  };
  return (
    <Button className="my-2.5" busy={busy} onClick={run}>
      {busy ? "Traitement…" : "Traiter de nouveau"}
    </Button>
  );
}
