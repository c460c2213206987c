"use client";

import { RotateCw } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "#app/_components/ui/button.tsx";
import { Modal } from "#app/_components/ui/modal.tsx";
import { ResendForm } from "./resend-form.tsx";

type ResendDialogProps = { filter: Record<string, string>; words: string[] };

/** Sends again all that the log shows, after saying how much that is. */
export function ResendDialog({ filter, words }: ResendDialogProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const isWaiting = filter.status === "pending";
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <RotateCw aria-hidden="true" />
        {isWaiting ? "Envoyer maintenant…" : "Renvoyer…"}
      </Button>
      <Modal
        open={open}
        close={close}
        labelledBy={`${id}-title`}
        describedBy={`${id}-text`}
        className="m-auto max-h-[calc(100dvh-2.5rem)] w-120 max-w-[calc(100vw-2.5rem)] overflow-y-auto rounded-2xl border border-line shadow-2xl shadow-black/20"
      >
        <div className="p-6">
          <h2 id={`${id}-title`} className="text-xl">
            {isWaiting ? "Envoyer ce qui attend" : "Renvoyer les livraisons"}
          </h2>
          <p id={`${id}-text`} className="mt-1.5 text-sm text-soft">
            {words.length > 0
              ? `Filtre du journal\u202f: ${words.join(" · ")}.`
              : "Sans filtre\u202f: tout le journal."}
          </p>
          <ResendForm filter={filter} close={close} />
        </div>
      </Modal>
    </>
  );
}
