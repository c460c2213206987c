"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "./button.tsx";
import { Modal } from "./modal.tsx";

type ConfirmProps = {
  /** The button that asks. */
  trigger: (ask: () => void) => ReactNode;
  title: string;
  description: string;
  keep: string;
  confirm: string;
  look?: "danger" | "primary";
  onConfirm: () => void;
};

/** Asks before an action that cannot be undone, or that starts much work. */
export function Confirm({ trigger, title, description, keep, confirm, look = "danger", onConfirm }: ConfirmProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      {trigger(() => setOpen(true))}
      <Modal
        alert
        open={open}
        close={close}
        labelledBy={`${id}-title`}
        describedBy={`${id}-text`}
        className="m-auto w-104 max-w-[calc(100vw-2.5rem)] rounded-2xl border border-line shadow-2xl shadow-black/20"
      >
        <div className="p-6">
          <h2 id={`${id}-title`} className="text-xl">
            {title}
          </h2>
          <p id={`${id}-text`} className="mt-2 text-soft">
            {description}
          </p>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Button onClick={close}>{keep}</Button>
            <Button
              look={look}
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
