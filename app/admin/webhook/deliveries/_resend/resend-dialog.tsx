"use client";

import { Dialog } from "@base-ui/react/dialog";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { button } from "#app/_components/ui/button.tsx";
import { ResendForm } from "./resend-form.tsx";

type ResendDialogProps = { filter: Record<string, string>; words: string[] };

/** Sends again what the log shows, all of it, after saying how much that is. */
export function ResendDialog({ filter, words }: ResendDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className={button()}>
        <RotateCw aria-hidden="true" />
        Renvoyer…
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/35 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2.5rem)] w-120 max-w-[calc(100vw-2.5rem)] -translate-1/2 overflow-y-auto rounded-2xl border border-line bg-sheet p-6 shadow-2xl shadow-black/20 transition-[opacity,scale] duration-150 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
          <Dialog.Title className="text-xl">Renvoyer les livraisons</Dialog.Title>
          <Dialog.Description className="mt-1.5 text-sm text-soft">
            {words.length > 0
              ? `Filtre du journal\u202f: ${words.join(" · ")}.`
              : "Sans filtre\u202f: tout le journal."}
          </Dialog.Description>
          <ResendForm filter={filter} close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
