"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactElement } from "react";
import { button } from "./button.tsx";

type ConfirmProps = {
  trigger: ReactElement;
  title: string;
  description: string;
  keep: string;
  confirm: string;
  look?: "danger" | "primary";
  onConfirm: () => void;
};

/** Asks before what cannot be undone, or starts much. */
export function Confirm({ trigger, title, description, keep, confirm, look = "danger", onConfirm }: ConfirmProps) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger render={trigger} />
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/35 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-104 max-w-[calc(100vw-2.5rem)] -translate-1/2 rounded-2xl border border-line bg-sheet p-6 shadow-2xl shadow-black/20 transition-[opacity,scale] duration-150 data-ending-style:pointer-events-none data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
          <AlertDialog.Title className="text-xl">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-soft">{description}</AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <AlertDialog.Close className={button()}>{keep}</AlertDialog.Close>
            <AlertDialog.Close className={button({ look })} onClick={onConfirm}>
              {confirm}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
